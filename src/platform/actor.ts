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
}

export const SYSTEM: Actor = { id: null, name: 'The system', role: 'system' };
