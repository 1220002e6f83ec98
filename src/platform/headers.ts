import type { HelmetOptions } from 'helmet';

/** Nothing inline, nothing from elsewhere, no typeface but the reader's own. */
export const HEADERS: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // A problem page leads back to the page of ours one came from; nobody else learns it.
  referrerPolicy: { policy: 'same-origin' },
  // Browsers must not insist on https for a product that also runs on one's own machine.
  hsts: false,
};
