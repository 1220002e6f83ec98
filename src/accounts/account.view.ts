import type { Role } from '../platform/actor';
import type { Account } from './account.entity';
import type { Opened } from './accounts.service';

export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly email: string | null;
  /** `null`: every unit. */
  readonly unitIds: readonly string[] | null;
  readonly team: string | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

export function accountView(account: Account): AccountView {
  const { id, username, name, role, email, unitIds, team, opensAt, closesAt } = account;
  const window = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
  return { id, username, name, role, email, unitIds, team, ...window };
}

export function openedView({ account, password }: Opened): AccountView & { readonly password?: string } {
  return { ...accountView(account), ...(password ? { password } : {}) };
}
