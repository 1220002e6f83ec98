import { addDays, isCalendarDate } from '../domain/calendar-date';
import { londonDate, londonInstant } from '../domain/london';
import { ROLES } from '../platform/actor';
import { wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { ticked, typed, type SentForm } from '../platform/sent-form';
import type { AccountTermsDto } from './account.dto';
import type { Account } from './account.entity';

/** What was typed into the form of an account; days, where the account has instants. */
export interface AccountForm {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly unitIds: readonly string[];
  readonly team: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
}

export function accountIn(sent: SentForm): AccountForm {
  const text = (name: string): string => typed(sent, name);
  return {
    ...{ username: text('username'), name: text('name'), email: text('email'), role: text('role') },
    ...{ unitIds: ticked(sent, 'unitIds'), team: text('team'), reason: text('reason') },
    ...{ firstDay: text('firstDay'), lastDay: text('lastDay') },
  };
}

export function accountOnFile({ opensAt, closesAt, ...account }: Account): AccountForm {
  return {
    ...{ username: account.username, name: account.name, email: account.email ?? '', role: account.role },
    ...{ unitIds: account.unitIds ?? [], team: account.team ?? '', reason: '' },
    firstDay: opensAt ? londonDate(opensAt) : '',
    lastDay: closesAt ? londonDate(new Date(closesAt.getTime() - 1)) : '',
  };
}

/** From the first day's beginning to the last day's end, in London. @throws Misshapen for everything that is wrong at once. */
export function termsAsked(form: AccountForm, isNew: boolean): AccountTermsDto {
  const role = ROLES.find((each) => each === form.role);
  const errors = [
    ...(isNew ? wrongText({ name: 'username', value: form.username, ask: 'Enter a user name.' }, 100) : []),
    ...wrongText({ name: 'name', value: form.name, ask: 'Enter the person’s name.' }),
    ...(role ? [] : [{ pointer: '/role', detail: 'Choose a role.' }]),
    ...wrongDay('firstDay', form.firstDay),
    ...wrongDay('lastDay', form.lastDay),
    ...(isNew ? [] : wrongText({ name: 'reason', value: form.reason, ask: 'Say why it changes.' }, 2000)),
  ];
  if (errors.length > 0 || !role) throw new Misshapen(errors);
  return {
    ...{ name: form.name, role, unitIds: [...form.unitIds] },
    ...(form.email ? { email: form.email } : {}),
    ...(form.team ? { team: form.team } : {}),
    ...(form.firstDay ? { opensAt: londonInstant(form.firstDay, '00:00').toISOString() } : {}),
    ...(form.lastDay ? { closesAt: londonInstant(addDays(form.lastDay, 1), '00:00').toISOString() } : {}),
  };
}

/** The account's instants are the form's days. */
export function atOwnFields(error: unknown): unknown {
  if (!(error instanceof Misshapen)) return error;
  const fields: Readonly<Record<string, string>> = { '/opensAt': '/firstDay', '/closesAt': '/lastDay' };
  return new Misshapen(
    error.errors.map((each) => ({ ...each, pointer: fields[each.pointer] ?? each.pointer })),
  );
}

function wrongDay(name: string, value: string): FieldError[] {
  return value === '' || isCalendarDate(value) ? [] : [{ pointer: `/${name}`, detail: 'Enter a real date.' }];
}
