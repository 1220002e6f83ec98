import { addDays, isCalendarDate } from '../domain/calendar-date';
import { londonDate, londonInstant } from '../domain/london';
import { ROLES } from '../platform/actor';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import type { SaidByTheCouncil } from './account-access';
import type { AccountChangeDto, NewAccountDto } from './account.dto';
import type { Account } from './account.entity';

/** The answers of somebody who opens or changes an account. */
export interface AccountForm {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** `every` or `some`; empty until it is chosen. */
  readonly units: string;
  readonly unitIds: readonly string[];
  readonly team: string;
  readonly opensOn: string;
  /** The last day it can be used. */
  readonly lastDay: string;
  readonly reason: string;
}

const LONGEST_REASON = 2000;

export function accountIn(sent: SentForm): AccountForm {
  return {
    username: typed(sent, 'username'),
    name: typed(sent, 'name'),
    email: typed(sent, 'email'),
    role: typed(sent, 'role'),
    units: typed(sent, 'units'),
    unitIds: ticked(sent, 'unitIds').filter(isId),
    team: typed(sent, 'team'),
    opensOn: typed(sent, 'opensOn'),
    lastDay: typed(sent, 'lastDay'),
    reason: typed(sent, 'reason'),
  };
}

export function formOf(account: Account): AccountForm {
  const { username, name, email, role, unitIds, team, opensAt, closesAt } = account;
  return {
    ...{ username, name, email: email ?? '', role, team: team ?? '', reason: '' },
    ...{ units: unitIds ? 'some' : 'every', unitIds: unitIds ?? [] },
    opensOn: opensAt ? londonDate(opensAt) : '',
    lastDay: closesAt ? lastDayBefore(closesAt) : '',
  };
}

/** As the service takes it. @throws Misshapen */
export function accountAsked(form: AccountForm): NewAccountDto {
  const { username, name, email, team } = form;
  const { role, wrong } = roleIn(form);
  const errors = [
    ...wrongText({ name: 'username', value: username, ask: 'Enter a user name.' }, 60),
    ...wrongText({ name: 'name', value: name, ask: 'Enter their name.' }),
    ...wrong,
    ...wrongUnits(form),
    ...wrongTimes(form),
  ];
  if (errors.length > 0 || !role) throw new Misshapen(errors);
  return {
    ...{ username, name, role, email: email || null, team: team || null, unitIds: unitIdsOf(form) },
    ...{ opensAt: opensAtOf(form), closesAt: closesAtOf(form) },
  };
}

/** What the council says is left to it; a day left as it was shown leaves the moment as it was. @throws Misshapen */
export function changeAsked(
  form: AccountForm,
  account: Account,
  council: SaidByTheCouncil,
): AccountChangeDto {
  const { role, wrong } = roleIn(form);
  const shown = formOf(account);
  const errors = [
    ...(council.role ? [] : wrong),
    ...(council.units ? [] : wrongUnits(form)),
    ...wrongTimes(form),
    ...wrongReason(form.reason, 'Say why the account changes.'),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return {
    ...(council.role || !role ? {} : { role }),
    ...(council.units ? {} : { unitIds: unitIdsOf(form) }),
    ...(council.team ? {} : { team: form.team || null }),
    ...(form.opensOn === shown.opensOn ? {} : { opensAt: opensAtOf(form) }),
    ...(form.lastDay === shown.lastDay ? {} : { closesAt: closesAtOf(form) }),
    reason: form.reason,
  };
}

/** @throws Misshapen */
export function closureReason(sent: SentForm): string {
  const reason = typed(sent, 'reason');
  const errors = wrongReason(reason, 'Say why the account closes.');
  if (errors.length > 0) throw new Misshapen(errors);
  return reason;
}

/** What is wrong with what was asked, at the field of the form that asked it. */
export function atAccountFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({
    pointer: pointer
      .replace(/^\/unitIds.*/, '/units')
      .replace(/^\/opensAt/, '/opensOn')
      .replace(/^\/closesAt/, '/lastDay'),
    detail,
  }));
}

function roleIn({ role: said }: AccountForm) {
  const role = ROLES.find((each) => each === said);
  return { role, wrong: role ? [] : [{ pointer: '/role', detail: 'Choose a role.' }] };
}

function wrongUnits({ units }: AccountForm): FieldError[] {
  return ['every', 'some'].includes(units)
    ? []
    : [{ pointer: '/units', detail: 'Choose every unit, or those you tick.' }];
}

function wrongTimes({ opensOn, lastDay }: AccountForm): FieldError[] {
  return [
    ...(opensOn ? wrongDate({ name: 'opensOn', value: opensOn, ask: '' }) : []),
    ...(lastDay ? wrongDate({ name: 'lastDay', value: lastDay, ask: '' }) : []),
    ...(isCalendarDate(opensOn) && isCalendarDate(lastDay) && lastDay < opensOn
      ? [{ pointer: '/lastDay', detail: 'The last day must not be before the first day.' }]
      : []),
  ];
}

function wrongReason(reason: string, ask: string): FieldError[] {
  return wrongText({ name: 'reason', value: reason, ask }, LONGEST_REASON);
}

function unitIdsOf({ units, unitIds }: AccountForm): string[] | null {
  return units === 'every' ? null : [...unitIds];
}

function opensAtOf({ opensOn }: AccountForm): string | null {
  return opensOn ? londonInstant(opensOn, '00:00').toISOString() : null;
}

function closesAtOf({ lastDay }: AccountForm): string | null {
  return lastDay ? londonInstant(addDays(lastDay, 1), '00:00').toISOString() : null;
}

function lastDayBefore(closesAt: Date): string {
  return londonDate(new Date(closesAt.getTime() - 1));
}
