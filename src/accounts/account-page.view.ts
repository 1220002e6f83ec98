import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { ROLES } from '../platform/actor';
import type { FieldError } from '../platform/problem';
import { ROLE_NAMES } from '../platform/role-names';
import type { SaidByTheCouncil } from './account-access';
import type { Account } from './account.entity';
import type { AccountForm } from './account-form';
import type { NamedUnit } from './kept-accounts.service';

const DONE: Readonly<Record<string, string>> = {
  changed: 'The account is changed. Whoever uses it has to sign in again.',
  closed: 'The account is closed. Nobody can use it from now on.',
};

interface State {
  readonly text: string;
  readonly tone: 'good' | 'busy' | 'quiet';
}

interface Listed {
  readonly now: Date;
  readonly units: readonly NamedUnit[];
  readonly isCouncils: boolean;
}

export function accountListPage(
  accounts: readonly Account[],
  nextCursor: string | null,
  { now, units, isCouncils }: Listed,
) {
  return {
    title: 'Accounts',
    isCouncils,
    more: nextCursor && `/accounts?cursor=${nextCursor}`,
    rows: accounts.map((account) => ({
      name: account.name,
      username: account.username,
      href: `/accounts/${account.id}`,
      role: ROLE_NAMES[account.role],
      units: unitsOf(account, units),
      team: account.team,
      state: stateOf(account, now),
    })),
  };
}

export function accountPage(
  account: Account,
  { now, units }: Omit<Listed, 'isCouncils'>,
  reader: Person,
  done: string,
) {
  const state = stateOf(account, now);
  return {
    title: account.name,
    caption: 'Account',
    notice: DONE[done],
    back: { text: 'All accounts', href: '/accounts' },
    state,
    isOwn: account.id === reader.id,
    isClosed: state.text.startsWith('Closed'),
    hrefs: { changes: `/accounts/${account.id}/changes`, closure: `/accounts/${account.id}/closure` },
    facts: [
      { key: 'User name', text: account.username },
      { key: 'Role', text: ROLE_NAMES[account.role] },
      { key: 'Units', text: unitsOf(account, units) },
      { key: 'Team', text: account.team ?? 'None' },
      { key: 'Notices go to', text: account.email ?? 'Nowhere yet' },
      { key: 'Opens', text: account.opensAt ? sayMoment(account.opensAt) : 'Open since it was made' },
      { key: 'Closes', text: account.closesAt ? sayMoment(account.closesAt) : 'No end' },
      {
        key: 'Signs in',
        text: account.issuer === null ? 'With a password' : `With the council (${account.issuer})`,
      },
    ],
  };
}

export function accountFormPage(
  form: AccountForm,
  units: readonly NamedUnit[],
  errors: readonly FieldError[],
) {
  return {
    form,
    errors,
    roles: [
      { value: '', text: 'Choose a role' },
      ...ROLES.map((role) => ({ value: role, text: ROLE_NAMES[role] })),
    ],
    unitChoices: [
      { value: 'every', text: 'Every unit' },
      { value: 'some', text: 'Only those ticked here' },
    ],
    units: units.map(({ id, name }) => ({ value: id, text: name })),
  };
}

/** Where to change what is not changed here. */
export function councilWords({ role, units, team }: SaidByTheCouncil): string | undefined {
  const said = [...(role ? ['role'] : []), ...(units ? ['units'] : []), ...(team ? ['team'] : [])];
  if (said.length === 0) return undefined;
  return `The council’s sign-in says: ${said.join(', ')}. Change that there; it counts from the next sign-in on.`;
}

function stateOf({ opensAt, closesAt }: Account, now: Date): State {
  if (closesAt && closesAt <= now) return { text: `Closed since ${sayMoment(closesAt)}`, tone: 'quiet' };
  if (opensAt && opensAt > now) return { text: `Opens ${sayMoment(opensAt)}`, tone: 'busy' };
  return { text: closesAt ? `Open until ${sayMoment(closesAt)}` : 'Open', tone: 'good' };
}

function unitsOf({ unitIds }: Account, units: readonly NamedUnit[]): string {
  if (unitIds === null) return 'Every unit';
  if (unitIds.length === 0) return 'No unit yet';
  return unitIds.map((id) => units.find((unit) => unit.id === id)?.name ?? id).join(', ');
}
