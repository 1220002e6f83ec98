import { isCalendarDate } from '../domain/calendar-date';
import type { FieldError } from './problem';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

interface Field {
  readonly name: string;
  readonly value: string;
  /** What to do when it is empty: `Enter a given name.` */
  readonly ask: string;
}

/** What is wrong with one answer of a form: nothing, or one error at its field, in the words of the page. */
export function wrongText({ name, value, ask }: Field, longest = 200): FieldError[] {
  if (!value) return at(name, ask);
  return value.length > longest ? at(name, `Use ${longest} characters or fewer.`) : [];
}

export function wrongDate({ name, value, ask }: Field): FieldError[] {
  if (!value) return at(name, ask);
  return isCalendarDate(value) ? [] : at(name, 'Enter a real date.');
}

/** A time of day, as a clock in London shows it. */
export function wrongTime({ name, value, ask }: Field): FieldError[] {
  return TIME.test(value) ? [] : at(name, ask);
}

export function wrongNumber({ name, value, ask }: Field, least: number, most: number): FieldError[] {
  if (!/^\d{1,9}$/.test(value)) return at(name, ask);
  const isWithin = Number(value) >= least && Number(value) <= most;
  return isWithin ? [] : at(name, `Enter a number from ${least} to ${most}.`);
}

function at(name: string, detail: string): FieldError[] {
  return [{ pointer: `/${name}`, detail }];
}
