import { hashPassword } from '../../src/accounts/sessions.service';
import { ROLES, type Role } from '../../src/platform/actor';

/** Of somebody who works for every unit, in no team. */
export const EVERYWHERE = { unitIds: null, team: null };

export const PASSWORD = 'short-breaks';

export type User = Role | 'worker-2' | 'edt-2';

export const USERS: readonly User[] = [...ROLES, 'worker-2', 'edt-2'];

const OPEN = `
  INSERT INTO accounts (username, name, role, password_hash, opens_at, closes_at)
  SELECT username, 'Test ' || username, regexp_replace(username, '-2$', ''), $2,
    CASE username WHEN 'visitor' THEN $3::timestamptz - interval '15 days' END,
    CASE username WHEN 'visitor' THEN $3::timestamptz + interval '16 days' END
  FROM unnest($1::text[]) AS username`;

/** An account for each role, a second worker and a second of the emergency duty team. */
export async function openAccounts(
  query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  now: Date,
): Promise<void> {
  await query(OPEN, [USERS, await hashPassword(PASSWORD), now]);
}
