import { addDays, isCalendarDate } from '../domain/calendar-date';
import type { FieldError } from '../platform/problem';
import { idTyped, typed, type SentForm } from '../platform/sent-form';
import type { AuditQuery } from './audit.dto';

export interface AuditForm {
  /** A name or case reference, to be chosen by. */
  readonly search: string;
  readonly youngPersonId: string;
  readonly actor: string;
  readonly action: string;
  readonly from: string;
  /** Included. */
  readonly to: string;
}

const LONGEST = 100;

export function auditForm(sent: SentForm): AuditForm {
  const short = (name: string) => typed(sent, name).slice(0, LONGEST);
  return {
    search: short('search'),
    youngPersonId: idTyped(sent, 'youngPersonId'),
    ...{ actor: short('actor'), action: short('action'), from: short('from'), to: short('to') },
  };
}

export function wrongIn({ from, to }: AuditForm): FieldError[] {
  const isWrong = (date: string) => date !== '' && !isCalendarDate(date);
  if (isWrong(from)) return [{ pointer: '/from', detail: 'Enter the first day as a real date.' }];
  if (isWrong(to)) return [{ pointer: '/to', detail: 'Enter the last day as a real date.' }];
  if (from && to && to < from)
    return [{ pointer: '/to', detail: 'The last day must not be before the first day.' }];
  return [];
}

export function askedIn(form: AuditForm, cursor: string, limit: number): AuditQuery {
  const { youngPersonId, actor, action, from, to } = form;
  return {
    limit,
    ...(cursor ? { cursor } : {}),
    ...(youngPersonId ? { youngPersonId } : {}),
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to: addDays(to, 1) } : {}),
  };
}

/** The same question with something else in it. */
export function addressOf(
  form: AuditForm,
  also: Partial<AuditForm> & { readonly cursor?: string } = {},
): string {
  const parts = Object.entries({ ...form, ...also }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(parts).toString();
  return query ? `/audit?${query}` : '/audit';
}
