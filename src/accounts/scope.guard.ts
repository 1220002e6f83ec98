import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Scope } from '../platform/about/scope';
import { ROUTE_RULE, type Permission, type RouteRule } from '../platform/may';

/** After what a role may do: whether it is about their own units and families. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly scope: Scope,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<RouteRule>(ROUTE_RULE, context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    if (request.person && rule !== 'anyone')
      await this.scope.refuseStrange(request, request.person, permissionOf(rule));
    return true;
  }
}

function permissionOf(rule: RouteRule): Permission | undefined {
  return rule === 'anyone' || rule === 'signed-in' ? undefined : rule;
}
