import { DateTime } from 'luxon';
import { addDays, type CalendarDate } from './calendar-date';

/** The only file that knows about time zones: everything here is London time, wherever the process runs. */
const ZONE = 'Europe/London';
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** @throws RangeError for a `Date` that is no instant. */
export function londonDate(instant: Date): CalendarDate {
  return inLondon(instant).toFormat('yyyy-MM-dd');
}

/** The night an arrival counts for: before `rollsAt` (`HH:MM`, London) it is the night before (domain.md §1). */
export function nightOfArrival(at: Date, rollsAt = '09:00'): CalendarDate {
  const today = londonDate(at);
  return inLondon(at).toFormat('HH:mm') < rollsAt ? addDays(today, -1) : today;
}

/**
 * The instant a London clock shows a time (`HH:MM`). A time shown twice (October) is the first of the two;
 * a time never shown (March) is an hour later by the clock.
 * @throws RangeError for a date or time that is none.
 */
export function londonInstant(date: CalendarDate, time: string): Date {
  const shown = DateTime.fromFormat(`${date} ${time}`, 'yyyy-MM-dd HH:mm', { zone: ZONE });
  if (!shown.isValid || !TIME.test(time)) throw new RangeError(`${date} ${time} is not a date and time.`);
  const [first = shown] = shown.getPossibleOffsets();
  return first.toJSDate();
}

/** A time as GOV.UK writes it: `9am`, `5:30pm`, `midday`, `midnight`. */
export function sayTime(instant: Date): string {
  const at = inLondon(instant);
  if (at.minute === 0 && at.hour === 0) return 'midnight';
  if (at.minute === 0 && at.hour === 12) return 'midday';
  return at.toFormat(at.minute === 0 ? 'ha' : 'h:mma', { locale: 'en-GB' }).toLowerCase();
}

/** What a clock in London shows, as time fields take it: `16:40`. */
export function clockTime(instant: Date): string {
  return inLondon(instant).toFormat('HH:mm');
}

function inLondon(instant: Date): DateTime {
  const at = DateTime.fromJSDate(instant, { zone: ZONE });
  if (!at.isValid) throw new RangeError('That is not an instant.');
  return at;
}
