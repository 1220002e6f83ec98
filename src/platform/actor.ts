export const ROLES = [
  'manager',
  'deputy',
  'staff',
  'worker',
  'edt',
  'service-manager',
  'finance',
  'auditor',
  'administrator',
  'visitor',
] as const;
export type Role = (typeof ROLES)[number];

/** Who does something: a signed-in member of staff, or the product itself. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly role: Role | 'system';
}

/** Somebody signed in. */
export interface Person extends Actor {
  readonly id: string;
  readonly role: Role;
  /** The units this person works for; `null` when it is every one. */
  readonly unitIds: readonly string[] | null;
  /** Of key workers and the emergency duty team; `null` when nobody said. */
  readonly team: string | null;
}

export const SYSTEM: Actor = { id: null, name: 'The system', role: 'system' };
