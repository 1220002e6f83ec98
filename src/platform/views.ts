import { dirname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import nunjucks from 'nunjucks';
import { serveStyles } from './component-styles';
import { fillFormTokens, FormLoader } from './forms-in-views';
import { VIEW_FILTERS } from './view-filters';

const SOURCES = join(__dirname, '..');
const GOVUK = join(packageFolder('govuk-frontend'), 'dist');
const MOJ = packageFolder('@ministryofjustice/frontend');

/** The libraries' files change with their versions; our own are asked for anew, and answered 304. */
const A_DAY = '1d';

/** Nunjucks pages over the GOV.UK and MOJ components, and the files they need in the browser. */
export function useViews(app: NestExpressApplication): void {
  const environment = new nunjucks.Environment(new FormLoader([SOURCES, GOVUK, MOJ]), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.express(app.getHttpAdapter().getInstance() as object);
  fillFormTokens(environment);
  for (const [name, filter] of Object.entries(VIEW_FILTERS)) environment.addFilter(name, filter);
  app.setViewEngine('njk');
  serveStyles(app, '/assets/govuk/govuk-frontend.min.css', join(GOVUK, 'govuk/govuk-frontend.min.css'));
  serveStyles(app, '/assets/moj/moj-frontend.min.css', join(MOJ, 'moj/moj-frontend.min.css'));
  app.useStaticAssets(join(SOURCES, 'platform/assets'), { prefix: '/assets/', maxAge: 0 });
  // A worker rules only what lies below its own address.
  app.useStaticAssets(join(SOURCES, 'platform/assets/tonight-worker.js'), {
    prefix: '/tonight-worker.js',
    maxAge: 0,
  });
  app.useStaticAssets(join(MOJ, 'moj/assets/images'), { prefix: '/assets/images/', maxAge: A_DAY });
  app.useStaticAssets(join(GOVUK, 'govuk'), { prefix: '/assets/govuk/', maxAge: A_DAY });
  app.useStaticAssets(join(MOJ, 'moj'), { prefix: '/assets/moj/', maxAge: A_DAY });
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
