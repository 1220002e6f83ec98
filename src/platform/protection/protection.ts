/** What keeps others from wearing the product out. */
export interface Protection {
  /** How many requests an account, and an address, may send in a minute. */
  readonly requestsPerMinute: number;
  /** How many proxies of one's own stand before the product: so many of `X-Forwarded-For` are believed. */
  readonly proxies: number;
  /** Whom to tell of a weakness: `mailto:` or `https:`. */
  readonly securityContact: string | undefined;
  readonly timeouts: Timeouts;
}

/** In milliseconds. */
export interface Timeouts {
  /** Until all headers are there. */
  readonly headers: number;
  /** Until all of the request is there: a file of 50 MB on a slow line. */
  readonly request: number;
  /** Until a line nothing comes through is closed; stopping waits for it. */
  readonly idle: number;
  /** Between looks for who is too slow. */
  readonly look: number;
}

export const USUAL: Protection = {
  requestsPerMinute: 30_000,
  proxies: 0,
  securityContact: undefined,
  timeouts: { headers: 20_000, request: 300_000, idle: 5_000, look: 5_000 },
};
