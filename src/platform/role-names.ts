import type { Role } from './actor';

/** Roles as people say them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  manager: 'Registered manager',
  deputy: 'Deputy manager',
  staff: 'Residential staff',
  worker: 'CAS worker',
  edt: 'Emergency Duty Team',
  'service-manager': 'Service manager',
  finance: 'Finance',
  auditor: 'Auditor',
  administrator: 'Administrator',
  visitor: 'Independent visitor',
};
