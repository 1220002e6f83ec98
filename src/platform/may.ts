import { SetMetadata } from '@nestjs/common';
import type { Role } from './actor';
import { MATRIX, type MatrixRule, type Permission } from './matrix';

export type { Permission };

export function may(role: Role, permission: Permission): boolean {
  const rule: MatrixRule = MATRIX[permission];
  return rule.roles.includes(role);
}

export const ROUTE_RULE = 'route-rule';

export type RouteRule = Permission | 'anyone' | 'signed-in' | undefined;

/** On a route: the permission it needs. A route with neither this nor `@Anyone` is closed to all. */
export const May = (permission: Permission): MethodDecorator => SetMetadata(ROUTE_RULE, permission);

/** On a route: open without signing in. */
export const Anyone = (): MethodDecorator => SetMetadata(ROUTE_RULE, 'anyone');

/** On a route: open to everybody who has signed in. */
export const SignedIn = (): MethodDecorator => SetMetadata(ROUTE_RULE, 'signed-in');

export const SENT_BY_PROGRAM = 'sent-by-program';

/** On a route for anyone: whoever sends it proves it in what is sent, so that no form of ours is asked for. */
export const SentByProgram = (): MethodDecorator => SetMetadata(SENT_BY_PROGRAM, true);
