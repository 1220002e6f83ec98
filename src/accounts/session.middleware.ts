import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { isForeign } from '../platform/foreign-form';
import { NotAllowed } from '../platform/problem';
import { Sessions } from './sessions.service';

export const COOKIE = 'short-breaks-session';

/** Finds out who asks: a bearer token for programs, a cookie for pages. */
@Injectable()
export class SessionMiddleware implements NestMiddleware {
  constructor(private readonly sessions: Sessions) {}

  async use(request: Request, _response: Response, next: NextFunction): Promise<void> {
    const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const cookie = cookieOf(request);
    if (!bearer && cookie) refuseForeignForms(request);
    const token = bearer ?? cookie;
    const person = token ? await this.sessions.whose(token) : undefined;
    if (person) request.person = person;
    next();
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
