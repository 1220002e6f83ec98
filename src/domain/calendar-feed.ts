import { addDays, type CalendarDate } from './calendar-date';
import type { Nights } from './nights';

const WEEKS_BACK = 13;
const WEEKS_AHEAD = 53;
const LASTS_WEEKS = 26;
const WEEK = 7;
const WEEK_IN_MILLISECONDS = 604_800_000;
const AN_HOUR = 3_600_000;

/** The days a feed tells of. */
export function feedPeriod(today: CalendarDate): Nights {
  return { from: addDays(today, -WEEKS_BACK * WEEK), to: addDays(today, WEEKS_AHEAD * WEEK) };
}

/** An address nobody renews runs out, so that what a forgotten calendar fetches does too. */
export function runsOutAt(madeAt: Date): Date {
  return new Date(madeAt.getTime() + LASTS_WEEKS * WEEK_IN_MILLISECONDS);
}

/** The audit trail hears of a feed once an hour at most: a calendar fetches it again and again. */
export function isToBeNoted(notedAt: Date | null, now: Date): boolean {
  return notedAt === null || now.getTime() - notedAt.getTime() >= AN_HOUR;
}
