import { Misshapen, Refused, Stale, type FieldError } from './problem';

/** What a form is drawn again with, its answers kept. */
export interface SentBack {
  readonly status: 400 | 409 | 412;
  readonly errors: readonly FieldError[];
}

const CHANGED = 'Somebody changed this since you opened it. Read how it is now, then decide again.';

/**
 * What is wrong stands at its own field; what the rules say, or that somebody was quicker, at the field named `at`.
 * @throws what no other answer to the form would mend.
 */
export function sentBack(error: unknown, at: string): SentBack {
  if (error instanceof Misshapen) return { status: 400, errors: error.errors };
  const pointer = `/${at}`;
  if (error instanceof Stale) return { status: 412, errors: [{ pointer, detail: CHANGED }] };
  if (error instanceof Refused) return { status: 409, errors: [{ pointer, detail: error.detail }] };
  throw error;
}
