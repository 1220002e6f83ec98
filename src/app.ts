import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { Witness } from './platform/audit/witness';
import { packAnswers } from './platform/compression';
import { CouncilSignIn } from './platform/council-sign-in';
import { refuseDeepBodies } from './platform/deep-bodies';
import { headersOf } from './platform/headers';
import { serveOpenApi } from './platform/open-api';
import { Metrics } from './platform/metrics';
import { givePage } from './platform/page';
import { ProblemFilter } from './platform/problem.filter';
import type { Ground } from './platform/platform.module';
import { USUAL } from './platform/protection/protection';
import { RateLimits } from './platform/protection/rate-limits';
import { limitPatience } from './platform/protection/timeouts';
import { nameRequests } from './platform/request-context';
import { shapePipe } from './platform/shape.pipe';
import { answerUnreadableRequests } from './platform/unreadable-requests';
import { useViews } from './platform/views';

/** The whole product, dressed but not yet listening; the tests' as well as `npm start`'s. */
export async function createApp(ground: Ground): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(ground), {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  const { proxies, timeouts } = ground.protection ?? USUAL;
  app.set('trust proxy', proxies);
  limitPatience(app.getHttpServer(), timeouts);
  answerUnreadableRequests(app.getHttpServer());
  app.use(nameRequests);
  app.use(packAnswers);
  app.use(app.get(Metrics).watch);
  app.use(app.get(Witness).watch);
  app.use(...headersOf(ground.publicUrl ?? ''));
  app.use(givePage);
  app.use(app.get(RateLimits).byAddress);
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '1mb', extended: true });
  app.use(refuseDeepBodies);
  app.useGlobalPipes(shapePipe());
  app.useGlobalFilters(new ProblemFilter());
  useViews(app);
  app.setLocal('councilSignIn', app.get(CouncilSignIn).isOn);
  serveOpenApi(app);
  return app;
}
