import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { isForeign } from '../platform/foreign-form';
import { BadToken, NotAllowed, Problem } from '../platform/problem';
import { BearerTokens } from './bearer.service';
import { Sessions } from './sessions.service';

export const COOKIE = 'short-breaks-session';

const UNKNOWN = 'That token is not known here, or has run out. Sign in again, or get a new one.';

/** Finds out who asks: a bearer token for programs, a cookie for pages. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(
    private readonly sessions: Sessions,
    private readonly bearerTokens: BearerTokens,
  ) {}

  async use(request: Request, _response: Response, next: NextFunction): Promise<void> {
    const accessToken = /^Bearer ([\w-]+\.[\w-]*\.[\w-]*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (accessToken !== undefined) {
      await this.letIn(request, accessToken);
      next();
      return;
    }
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const cookie = cookieOf(request);
    if (!bearer && cookie) refuseForeignForms(request);
    const token = bearer ?? cookie;
    const person = token ? await this.sessions.whose(token) : undefined;
    if (person) request.person = person;
    else if (/^Bearer /i.test(request.headers.authorization ?? '')) request.refusal = new BadToken(UNKNOWN);
    next();
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

export function cookieOf(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{20,100})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
}

/** A page of another site cannot act in this person's name. */
function refuseForeignForms(request: Request): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  if (isForeign(request)) throw new NotAllowed('This form was sent from another site.');
}
