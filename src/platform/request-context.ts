import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Person } from './actor';

interface Context {
  readonly id: string;
  readonly request?: Request;
}

const under = new AsyncLocalStorage<Context>();

/** The id of the request being answered, or of the job or command being run; what the log and the audit trail share. */
export function requestId(): string | undefined {
  return under.getStore()?.id;
}

/** Who asks, in a request of somebody signed in; nobody in jobs and commands. */
export function asker(): Person | undefined {
  return under.getStore()?.request?.person;
}

/** Everything `act` does is done under one id. */
export function underOneId<T>(act: () => T, id: string = randomUUID()): T {
  return under.run({ id }, act);
}

/** Gives every request an id of our own making and tells it in the answer. */
export function nameRequests(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  response.setHeader('X-Request-Id', id);
  under.run({ id, request }, () => next());
}
