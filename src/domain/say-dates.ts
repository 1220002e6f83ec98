import { daysBetween, weekdayOf, type CalendarDate } from './calendar-date';
import { countNights, type Nights } from './nights';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface Run {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** As people say it: `Fri 14 March 2025`. */
export function sayDate(date: CalendarDate): string {
  return `${sayDay(date)} ${sayMonth(date)} ${yearOf(date)}`;
}

/** `March 2025`, of any day in it. */
export function monthAndYear(date: CalendarDate): string {
  return `${sayMonth(date)} ${yearOf(date)}`;
}

/**
 * Nights in order, at least one, as people say them: `the night of Fri 14 March`, `the nights of Fri 14 to Mon 17 March
 * and Thu 20 March`; with their years when they are of more than one.
 */
export function sayNights(nights: readonly CalendarDate[]): string {
  if (!areSame(nights, lastSaid.nights)) lastSaid = { nights, words: wordsFor(nights) };
  return lastSaid.words;
}

/** The answers to one question say the same nights again and again, of each young person and for each reason. */
let lastSaid: { readonly nights: readonly CalendarDate[]; readonly words: string } = {
  nights: [],
  words: '',
};

function wordsFor(nights: readonly CalendarDate[]): string {
  const say = new Set(nights.map(yearOf)).size > 1 ? sayDate : sayDayAndMonth;
  return `the ${nights.length === 1 ? 'night' : 'nights'} of ${listed(runsOf(nights).map((run) => sayRun(run, say)))}`;
}

/** A stay as people say it: `Fri 14 to Mon 17 March, 3 nights`; with its year when that is not the year of today. */
export function sayStay(nights: Nights, today: CalendarDate): string {
  const count = countNights(nights);
  const days = sayDays(nights.from, nights.to, today);
  return `${days}, ${count === 1 ? '1 night' : `${count === 0 ? 'no' : count} nights`}`;
}

/** `Fri 14 to Mon 17 March`; with its year when that is not the year of today. */
export function sayDays(first: CalendarDate, last: CalendarDate, today: CalendarDate): string {
  const isThisYear = [first, last].every((date) => yearOf(date) === yearOf(today));
  if (isThisYear) return sayRun({ first, last }, sayDayAndMonth);
  if (yearOf(first) !== yearOf(last)) return sayRun({ first, last }, sayDate);
  return `${sayRun({ first, last }, sayDayAndMonth)} ${yearOf(last)}`;
}

function areSame(some: readonly CalendarDate[], others: readonly CalendarDate[]): boolean {
  return some.length === others.length && some.every((on, index) => on === others[index]);
}

function runsOf(nights: readonly CalendarDate[]): Run[] {
  const runs: Run[] = [];
  for (const on of nights) {
    const last = runs.at(-1);
    const goesOn = last !== undefined && daysBetween(last.last, on) === 1;
    if (goesOn) runs.pop();
    runs.push({ first: goesOn ? last.first : on, last: on });
  }
  return runs;
}

function sayRun({ first, last }: Run, say: (date: CalendarDate) => string): string {
  if (first === last) return say(first);
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${isOneMonth ? sayDay(first) : say(first)} to ${say(last)}`;
}

function listed(parts: readonly string[]): string {
  const last = parts.slice(-1);
  return [...(parts.length > 1 ? [parts.slice(0, -1).join(', ')] : []), ...last].join(' and ');
}

function sayDayAndMonth(date: CalendarDate): string {
  return `${sayDay(date)} ${sayMonth(date)}`;
}

function sayDay(date: CalendarDate): string {
  return `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${Number(date.slice(8))}`;
}

function sayMonth(date: CalendarDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}

function yearOf(date: CalendarDate): string {
  return date.slice(0, 4);
}
