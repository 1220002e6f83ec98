import { hashPassword } from '../accounts/sessions.service';
import { Account } from '../accounts/account.entity';
import type { Person, Role } from '../platform/actor';
import type { Database } from '../platform/database';

interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
}

/** Made-up people, one for each role and a second key worker. */
const ACCOUNTS: readonly DemoAccount[] = [
  { username: 'manager', name: 'Ruth Calder', role: 'manager' },
  { username: 'deputy', name: 'Daniel Osei', role: 'deputy' },
  { username: 'staff', name: 'Priya Nair', role: 'staff' },
  { username: 'worker', name: 'Colm Doyle', role: 'worker' },
  { username: 'worker-2', name: 'Hannah Whitlock', role: 'worker' },
  { username: 'edt', name: 'Marek Nowak', role: 'edt' },
  { username: 'service-manager', name: 'Gwen Pritchard', role: 'service-manager' },
  { username: 'finance', name: 'Tom Ashdown', role: 'finance' },
  { username: 'auditor', name: 'Yusuf Rahman', role: 'auditor' },
  { username: 'administrator', name: 'Ellen Brandt', role: 'administrator' },
  { username: 'visitor', name: 'Ingrid Falk', role: 'visitor' },
];

const OPEN = `
  INSERT INTO accounts (username, name, role, email, password_hash, opens_at, closes_at)
  SELECT username, name, role, username || '@short-breaks.example', $2,
    CASE WHEN role = 'visitor' THEN $3::timestamptz END, CASE WHEN role = 'visitor' THEN $3::timestamptz + interval '31 days' END
  FROM jsonb_to_recordset($1::jsonb) AS account(username text, name text, role text)
  ON CONFLICT (username) DO UPDATE SET email = coalesce(accounts.email, excluded.email),
    opens_at = excluded.opens_at, closes_at = excluded.closes_at
  WHERE accounts.email IS NULL OR excluded.role = 'visitor' AND accounts.role = 'visitor'`;

/** Opens the accounts that are not there yet, and gives an address to those of before there were any; @returns the manager, who sets the demonstration up. */
export async function openAccounts(database: Database, password: string, now: Date): Promise<Person> {
  await database.rows(OPEN, [JSON.stringify(ACCOUNTS), await hashPassword(password), now]);
  const { id, name, role, unitIds, team } = await database.manager.findOneByOrFail(Account, {
    username: 'manager',
  });
  return { id, name, role, unitIds, team };
}
