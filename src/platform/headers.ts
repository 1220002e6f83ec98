import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

const A_YEAR = 31_536_000;

/** Nothing of the device is any business of ours. */
const PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'midi']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Files anybody may have: they are the same for all. */
const FOR_ALL = /^\/(?:assets\/|tonight-worker\.js$)/;

/** The API's own description comes with scripts of its own, which know of no nonce. */
const API_DOCS = /^\/api\/docs/;

const nonces = new WeakMap<ServerResponse, string>();

/** What a script of a page's own has to show to be run: another in every answer. */
export function nonceOf(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

/** Nothing inline, nothing from elsewhere, no typeface but the reader's own; nothing of anybody's kept on the way. */
export function headersOf(publicUrl: string): RequestHandler[] {
  const isHttps = publicUrl.startsWith('https:');
  return [
    keepNothing,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': [scriptSource],
          'style-src': ["'self'", (_, response) => `'nonce-${nonceOf(response)}'`],
          'img-src': ["'self'", 'data:'],
          'connect-src': ["'self'"],
          'worker-src': ["'self'"],
          'form-action': ["'self'"],
          'base-uri': ["'none'"],
          'frame-ancestors': ["'none'"],
        },
      },
      xFrameOptions: { action: 'deny' },
      crossOriginEmbedderPolicy: { policy: 'require-corp' },
      // A problem page leads back to the page of ours one came from; nobody else learns it.
      referrerPolicy: { policy: 'same-origin' },
      // Browsers must not insist on https for a product that also runs on one's own machine.
      strictTransportSecurity: isHttps && { maxAge: A_YEAR },
    }),
  ];
}

function scriptSource({ url = '' }: IncomingMessage, response: ServerResponse): string {
  return API_DOCS.test(url) ? "'self'" : `'nonce-${nonceOf(response)}'`;
}

function keepNothing({ path }: Request, response: Response, next: NextFunction): void {
  response.setHeader('Permissions-Policy', PERMISSIONS);
  if (!FOR_ALL.test(path)) response.setHeader('Cache-Control', 'no-store');
  next();
}
