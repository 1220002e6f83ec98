import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Person } from './actor';

/** A search for children: what was typed, if anything, and whom the answer names. */
interface Search {
  readonly words: string | null;
  readonly youngPersonIds: readonly string[];
}

/** Why something was refused, as it was said. */
export interface SaidNo {
  readonly status: number;
  readonly detail: string;
  readonly findings?: readonly { readonly code: string }[];
}

/** What the audit trail must be told of a request beside its address. */
export interface Noted {
  readonly searches: Search[];
  /** Whose files the answer holds, where no address says so. */
  readonly filesOf: string[];
  no?: SaidNo;
}

interface Context extends Noted {
  readonly id: string;
  readonly request?: Request;
}

const under = new AsyncLocalStorage<Context>();

/** The id of the request being answered, or of the job or command being run; what the log and the audit trail share. */
export function requestId(): string | undefined {
  return under.getStore()?.id;
}

/** Noted by whoever searches, shows or refuses, wherever in the request; read once, before the answer leaves. */
export function noted(): Noted | undefined {
  return under.getStore();
}

/** Who asks, in a request of somebody signed in; nobody in jobs and commands. */
export function asker(): Person | undefined {
  return under.getStore()?.request?.person;
}

/** Everything `act` does is done under one id. */
export function underOneId<T>(act: () => T, id: string = randomUUID()): T {
  return under.run({ id, searches: [], filesOf: [] }, act);
}

/** Gives every request an id of our own making and tells it in the answer. */
export function nameRequests(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  response.setHeader('X-Request-Id', id);
  under.run({ id, request, searches: [], filesOf: [] }, () => next());
}
