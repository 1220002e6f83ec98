import { sayDate } from '../domain/say-dates';
import { londonDate } from '../domain/london';
import { ROLES, type Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { ROLE_NAMES } from '../platform/role-names';
import type { AccountForm } from './account-form';
import type { Account } from './account.entity';
import { isOver, type NamedUnit } from './accounts.service';

export function accountsPage(
  accounts: readonly Account[],
  units: readonly NamedUnit[],
  now: Date,
  reader: Person,
  done: string,
) {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const mayKeep = may(reader.role, 'keep accounts');
  return {
    title: 'Accounts',
    notice: NOTICES[done],
    mayKeep,
    rows: accounts.map((account) => ({
      name: account.name,
      href: mayKeep ? `/accounts/${account.id}` : undefined,
      username: account.username,
      role: ROLE_NAMES[account.role],
      units:
        account.unitIds?.map((id) => names.get(id) ?? 'a unit that is not there').join(', ') ?? 'Every unit',
      team: account.team,
      state: stateOf(account, now),
    })),
  };
}

const NOTICES: Readonly<Record<string, string>> = {
  changed: 'The account is changed. Whoever uses it has to sign in again.',
  closed: 'The account is closed, and nobody is signed in with it any more.',
};

function stateOf(account: Account, now: Date) {
  const { opensAt, closesAt } = account;
  if (isOver(account, now)) return { text: 'Closed', tone: 'quiet', when: '' };
  if (opensAt && opensAt > now)
    return { text: 'To come', tone: 'busy', when: `from ${sayDate(londonDate(opensAt))}` };
  const until = closesAt ? `until ${sayDate(londonDate(new Date(closesAt.getTime() - 1)))}` : '';
  return { text: 'Open', tone: 'good', when: until };
}

interface Drawn {
  readonly account?: Account;
  readonly units: readonly NamedUnit[];
  readonly isOwn: boolean;
  readonly errors: readonly FieldError[];
}

export function accountFormPage(form: AccountForm, { account, units, isOwn, errors }: Drawn) {
  return {
    title: account ? `Change the account of ${account.name}` : 'Open an account',
    back: { text: 'All accounts', href: '/accounts' },
    action: account ? `/accounts/${account.id}/terms` : '/accounts/new',
    closing: account && !isOwn ? `/accounts/${account.id}/closing` : undefined,
    isNew: !account,
    isOwn,
    form,
    errors,
    roles: [
      { value: '', text: 'Choose a role' },
      ...ROLES.map((role) => ({ value: role, text: ROLE_NAMES[role] })),
    ],
    units: units.map(({ id, name }) => ({ value: id, text: name })),
  };
}
