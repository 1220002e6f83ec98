import { readFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';

const TYPEFACE = 'GDS Transport,arial,sans-serif';
const FACES = /@font-face\{[^}]*\}/g;

/** A style sheet of the component libraries, without the typeface that only GOV.UK may use. */
export function serveStyles(app: NestExpressApplication, address: string, file: string): void {
  const css = inOwnTypeface(readFileSync(file, 'utf8'));
  app.use(address, (_request: Request, response: Response) => {
    response.type('css').set('Cache-Control', 'public, max-age=86400').send(css);
  });
}

function inOwnTypeface(css: string): string {
  return css.replaceAll(FACES, '').replaceAll(TYPEFACE, 'var(--sb-font)');
}
