import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '../problem';

/** Counted in each process by itself: what matters of them is that nobody wears one out. */
export class RateLimits {
  private readonly addresses: RateLimiterMemory;
  private readonly accounts: RateLimiterMemory;

  constructor(requestsPerMinute: number) {
    const limit = { points: requestsPerMinute, duration: 60 };
    this.addresses = new RateLimiterMemory({ ...limit, keyPrefix: 'address' });
    this.accounts = new RateLimiterMemory({ ...limit, keyPrefix: 'account' });
  }

  /** Express middleware, before anything of the request is read. */
  readonly byAddress = (request: Request, _response: Response, next: NextFunction): void => {
    take(this.addresses, request.ip ?? '', 'this address').then(() => next(), next);
  };

  /** @throws TooMany */
  async byAccount(accountId: string): Promise<void> {
    await take(this.accounts, accountId, 'this account');
  }
}

async function take(limiter: RateLimiterMemory, key: string, from: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new TooMany(
      `More than ${limiter.points} requests came from ${from} within a minute. Try again in ${seconds} seconds.`,
      seconds,
    );
  }
}
