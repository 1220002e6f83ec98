import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { NotAllowed, NotSignedIn } from '../platform/problem';
import { may, ROUTE_RULE, type RouteRule } from '../platform/may';

/** Default deny: a route says who may use it, or nobody may. */
@Injectable()
export class MayGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.get<RouteRule>(ROUTE_RULE, context.getHandler());
    if (rule === 'anyone') return true;
    const { person, refusal } = context.switchToHttp().getRequest<Request>();
    if (!person) throw refusal ?? new NotSignedIn('Sign in, or send a token as "Authorization: Bearer …".');
    if (rule === 'signed-in') return true;
    if (rule && may(person.role, rule)) return true;
    throw new NotAllowed(`Your role (${person.role}) may not ${rule ?? 'use this'}.`);
  }
}
