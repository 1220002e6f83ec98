import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { CARRIED, cookieIn } from '../platform/form-token';
import { BadToken, Problem } from '../platform/problem';
import { RateLimits } from '../platform/protection/rate-limits';
import { BearerTokens } from './bearer.service';
import { Sessions, type Ended, type Session, type Sitting } from './sessions.service';

/** The prefix makes browsers refuse it from anywhere but this very host, over https or on this machine. */
export const COOKIE = '__Host-short-breaks';

/** Asking when the session ends must not put it off, nor what a board asks by itself. */
const NO_USE = ['/session', '/session-ending', '/sign-in', '/api/events', '/board/live'];

const UNKNOWN = 'That token is not known here, or has run out. Sign in again, or get a new one.';

/** Finds out who asks: a bearer token for programs, a cookie for pages. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(
    private readonly sessions: Sessions,
    private readonly bearerTokens: BearerTokens,
    private readonly limits: RateLimits,
  ) {}

  async use(request: Request, _response: Response, next: NextFunction): Promise<void> {
    const accessToken = /^Bearer ([\w-]+\.[\w-]*\.[\w-]*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (accessToken === undefined) await this.bySession(request);
    else await this.letIn(request, accessToken);
    if (request.person) await this.limits.byAccount(request.person.id);
    next();
  }

  private async bySession(request: Request): Promise<void> {
    const bearer = bearerOf(request);
    const cookie = bearer === undefined ? cookieOf(request) : undefined;
    const token = bearer ?? cookie;
    const found = token && (await this.sessions.whose(token, !isNoUse(request)));
    if (found) know(request, found, cookie);
    const isBearer = /^Bearer /i.test(request.headers.authorization ?? '');
    if (isBearer && !request.person) request.refusal = new BadToken(UNKNOWN);
  }

  /** A token that opens nothing is told to whoever needs one: what is open to all stays so. */
  private async letIn(request: Request, accessToken: string): Promise<void> {
    try {
      request.person = await this.bearerTokens.whose(accessToken);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      request.refusal = error;
    }
  }
}

function know(request: Request, found: Sitting | Ended, cookie: string | undefined): void {
  if ('ended' in found) {
    if (cookie) request.sessionEnd = found.ended;
    return;
  }
  // A program's token never ends by itself, so a browser may not be kept signed in by one.
  if (cookie && found.kind !== 'page') return;
  request.person = found.person;
  if (cookie) request.pageSession = { token: cookie, ...found.left };
}

export function bearerOf({ headers }: Request): string | undefined {
  return /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1];
}

export function cookieOf(request: Request): string | undefined {
  return cookieIn(request, COOKIE);
}

/** From this answer on the browser holds this session, and the rest of the answer is for whoever opened it. */
export function carry(session: Session, request: Request, response: Response): void {
  response.cookie(COOKIE, session.token, CARRIED);
  request.person = session.person;
  request.pageSession = { token: session.token, ...session.left };
}

function isNoUse({ originalUrl }: Request): boolean {
  return NO_USE.includes(originalUrl.split('?')[0] ?? '');
}
