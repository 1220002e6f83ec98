import { BANK_HOLIDAYS } from './bank-holidays';
import { addDays, isWeekend, type CalendarDate } from './calendar-date';

/**
 * Outside the list of bank holidays every weekday counts as one: a deadline may then fall a day too early, never too
 * late, and a child is taken in whether or not somebody has added the years.
 */
export function isWorkingDay(date: CalendarDate): boolean {
  return !isWeekend(date) && !BANK_HOLIDAYS.has(date);
}

/** The first working day strictly after a date. */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  let next = addDays(date, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}
