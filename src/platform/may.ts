import { SetMetadata } from '@nestjs/common';
import { ROLES, type Role } from './actor';

const UNIT_STAFF: readonly Role[] = ['manager', 'deputy', 'staff'];

/** Who may do what: one matrix as data, default deny. */
const MATRIX = {
  'look at the board': ROLES.filter((role) => role !== 'worker' && role !== 'edt'),
  'look at stays': [...UNIT_STAFF, 'service-manager', 'auditor', 'visitor'],
  'look up stays': [...UNIT_STAFF, 'service-manager', 'auditor', 'worker'],
  'change the diary': UNIT_STAFF,
  'ask what fits': [...UNIT_STAFF, 'worker'],
  'know who stays': UNIT_STAFF,
  'authorise findings': ['manager', 'deputy'],
  'keep people on file': [...UNIT_STAFF, 'worker'],
  'look people up': [...UNIT_STAFF, 'worker'],
  'look at plans': [...UNIT_STAFF, 'worker'],
  'keep plans': ['worker', 'manager', 'deputy'],
  'hand plans over': ['worker', 'manager', 'deputy'],
  'read case records': [...UNIT_STAFF, 'worker'],
  'write case records': UNIT_STAFF,
  'take subject-access bundles': ['manager', 'deputy'],
  'hold progress meetings': [...UNIT_STAFF, 'worker'],
  'write down what is noticed': UNIT_STAFF,
  'settle what is noticed': ['worker', 'manager', 'deputy'],
  'look at requests': [...UNIT_STAFF, 'worker'],
  'ask for breaks': ['worker', 'manager', 'deputy'],
  'answer requests': ['manager', 'deputy'],
  'book day visits': UNIT_STAFF,
  'judge who may stay together': UNIT_STAFF,
  'decide on solo': ['manager', 'deputy'],
  'look at tasks': [...UNIT_STAFF, 'service-manager'],
  'do tasks': [...UNIT_STAFF, 'service-manager'],
  'claim emergency beds': ['edt', ...UNIT_STAFF],
  'read handovers': ['edt', ...UNIT_STAFF, 'service-manager'],
  'acknowledge handovers': ['manager', 'deputy'],
  'look at units': ROLES,
  'set up units': ['manager', 'administrator'],
  'set the ring-fence': ['manager', 'deputy', 'administrator'],
  'import stays': ['manager', 'administrator'],
  'look at the outbox': ['manager', 'deputy', 'administrator'],
  'send notices again': ['manager', 'deputy', 'administrator'],
  'export stays': ['manager', 'deputy', 'service-manager', 'finance', 'auditor'],
  'read the audit trail': ['manager', 'deputy', 'service-manager', 'auditor', 'visitor'],
  'read occupancy and cost': [
    'manager',
    'deputy',
    'staff',
    'service-manager',
    'finance',
    'auditor',
    'visitor',
  ],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof MATRIX;

export function may(role: Role, permission: Permission): boolean {
  return (MATRIX[permission] as readonly Role[]).includes(role);
}

export const ROUTE_RULE = 'route-rule';

export type RouteRule = Permission | 'anyone' | 'signed-in' | undefined;

/** On a route: the permission it needs. A route with neither this nor `@Anyone` is closed to all. */
export const May = (permission: Permission): MethodDecorator => SetMetadata(ROUTE_RULE, permission);

/** On a route: open without signing in. */
export const Anyone = (): MethodDecorator => SetMetadata(ROUTE_RULE, 'anyone');

/** On a route: open to everybody who has signed in. */
export const SignedIn = (): MethodDecorator => SetMetadata(ROUTE_RULE, 'signed-in');
