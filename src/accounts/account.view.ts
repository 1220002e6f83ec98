import type { Role } from '../platform/actor';
import type { Account } from './account.entity';

export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly email: string | null;
  /** `null` when it is every one. */
  readonly unitIds: readonly string[] | null;
  readonly team: string | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly signsInBy: 'council' | 'password';
}

export function accountView(account: Account): AccountView {
  const { id, username, name, role, email, unitIds, team, opensAt, closesAt, issuer } = account;
  return {
    ...{ id, username, name, role, email, unitIds, team },
    opensAt: opensAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    signsInBy: issuer === null ? 'password' : 'council',
  };
}
