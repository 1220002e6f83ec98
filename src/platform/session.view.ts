import type { Request } from 'express';
import { clockTime } from '../domain/london';
import { IDLE_MINUTES, WARNED_MINUTES } from '../domain/session-end';

export interface SessionView {
  readonly leftSeconds: number;
  /** So long before its end people are warned of it. */
  readonly warnedSeconds: number;
  /** Until then a page without a form stays as it is where there are no scripts; then it leads to `href`. */
  readonly quietSeconds: number;
  readonly href: string;
  /** What a page with a form says where there are no scripts. */
  readonly words: string;
}

const WARNED_SECONDS = (IDLE_MINUTES - WARNED_MINUTES) * 60;

export function sessionView({ pageSession, method, originalUrl }: Request): SessionView | undefined {
  if (!pageSession) return undefined;
  const { endsAt, leftSeconds, isFinal } = pageSession;
  const unless = isFinal ? '' : ' unless you send this or open a page before';
  return {
    leftSeconds,
    warnedSeconds: WARNED_SECONDS,
    quietSeconds: Math.max(0, leftSeconds - WARNED_SECONDS),
    href: `/session-ending?to=${encodeURIComponent(method === 'GET' ? originalUrl : '/')}`,
    words: `You will be signed out at ${clockTime(endsAt)}${unless}. What you have typed is kept: sign in again and carry on.`,
  };
}
