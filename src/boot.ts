import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../config/database';
import { readEnvironment, type Environment } from '../config/environment';
import { createApp } from './app';
import { loadDemonstration } from './demo/demonstration';
import { ENTITIES } from './entities';
import { Clock } from './platform/clock';
import { settingUpAlone } from './platform/migrate';
import { chosenSender } from './platform/notices/chosen-sender';
import { USUAL, type Protection } from './platform/protection/protection';
import { serveDatabase } from './platform/served-database';
import { setUp } from './platform/set-up';

/** One to hold off other processes, one to migrate. */
const OWNER_CONNECTIONS = 2;

/** The product without its web server: what `npm start` and the commands have in common. */
export interface Booted {
  readonly environment: Environment;
  readonly dataSource: DataSource;
  readonly app: NestExpressApplication;
  shutDown(): Promise<void>;
}

/** Database, migrations, and the demonstration where it is wanted; says what it is doing. */
export async function boot(say: (sentence: string) => void): Promise<Booted> {
  const environment = readEnvironment();
  const database = await serveDatabase(environment, say, (sentence) => {
    say(sentence);
    process.exit(1);
  });
  const owner = createDataSource(database.url, OWNER_CONNECTIONS, ENTITIES);
  const open: DataSource[] = [owner];
  const close = async (): Promise<void> => {
    for (const each of open) if (each.isInitialized) await each.destroy();
    await database.stop();
  };
  try {
    await owner.initialize();
    const { demo, openId, publicUrl } = environment;
    const { app, dataSource } = await settingUpAlone(owner, async () => {
      const url = await setUp(owner, environment, say);
      const dataSource = createDataSource(url, environment.poolSize, ENTITIES);
      open.push(dataSource);
      await dataSource.initialize();
      const sender = chosenSender(environment);
      const protection = protectionIn(environment);
      const app = await createApp({
        ...{ dataSource, clock: new Clock(), demo, openId, sender, publicUrl, protection },
      });
      await app.init();
      if (demo) await loadDemonstration(app, say);
      return { app, dataSource };
    });
    await owner.destroy();
    const shutDown = async (): Promise<void> => {
      await app.close();
      await close();
    };
    return { environment, dataSource, app, shutDown };
  } catch (error) {
    await close();
    throw error;
  }
}

function protectionIn({ rateLimit, trustProxy, securityContact }: Environment): Protection {
  return { ...USUAL, requestsPerMinute: rateLimit, proxies: trustProxy, securityContact };
}
