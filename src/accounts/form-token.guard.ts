import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { isForeign } from '../platform/foreign-form';
import { FORM_TOKEN, isFromOurPage, visitorOf } from '../platform/form-token';
import { ROUTE_RULE, SENT_BY_PROGRAM, type RouteRule } from '../platform/may';
import { FormNotOurs, NotAllowed } from '../platform/problem';
import { bearerOf } from './session.middleware';

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whatever a browser's cookie would let happen, a page of ours must have asked for: another site cannot act in this
 * person's name. Programs send no cookie and need no token.
 */
@Injectable()
export class FormTokenGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const isForAnyone = this.reflector.get<RouteRule>(ROUTE_RULE, context.getHandler()) === 'anyone';
    const isSentByProgram = this.reflector.get<boolean>(SENT_BY_PROGRAM, context.getHandler());
    if (!isSentByProgram && isAskedByForm(request, isForAnyone)) {
      refuseUnlessOurs(request, isForAnyone);
      if (hasField(request.body)) Reflect.deleteProperty(request.body, FORM_TOKEN);
    }
    return true;
  }
}

/** Nobody's form is for the guard of roles to refuse, which keeps what was typed. */
function isAskedByForm(request: Request, isForAnyone: boolean): boolean {
  if (CHANGES_NOTHING.includes(request.method) || bearerOf(request) !== undefined) return false;
  if (!request.path.startsWith('/api/')) return isForAnyone || request.pageSession !== undefined;
  if (request.pageSession)
    throw new NotAllowed('Send the token from /api/sign-in as "Authorization: Bearer …", not a cookie.');
  return false;
}

function refuseUnlessOurs(request: Request, isForAnyone: boolean): void {
  if (isForeign(request)) throw new NotAllowed('This form was sent from another site.');
  if (isFromOurPage(request, isForAnyone)) return;
  throw new FormNotOurs((request.pageSession ?? visitorOf(request)) ? STALE : NO_COOKIE);
}

const STALE =
  'It was opened before somebody last signed in here, or did not come from a page of ours. Open the page again.';
const NO_COOKIE =
  'Your browser did not send back our cookie. Allow cookies for this site and open the page again. Over plain http ' +
  'some browsers, such as Safari, keep none: use https or another browser.';

function hasField(body: unknown): body is object {
  return typeof body === 'object' && body !== null && FORM_TOKEN in body;
}
