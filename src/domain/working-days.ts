import { BANK_HOLIDAYS, BANK_HOLIDAYS_LISTED } from './bank-holidays';
import { addDays, isWeekend, type CalendarDate } from './calendar-date';
import { includesNight } from './nights';
import { sayDate } from './say-dates';

/** @throws RangeError for a day the list of bank holidays does not reach: a guess would move a legal deadline. */
export function isWorkingDay(date: CalendarDate): boolean {
  refuseUnlisted(date);
  return !isWeekend(date) && !BANK_HOLIDAYS.has(date);
}

/** The first working day strictly after a date. @throws RangeError where the list of bank holidays ends. */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  let next = addDays(date, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}

function refuseUnlisted(date: CalendarDate): void {
  if (includesNight(BANK_HOLIDAYS_LISTED, date)) return;
  const { from, to } = BANK_HOLIDAYS_LISTED;
  throw new RangeError(
    `The list of bank holidays runs from ${sayDate(from)} to ${sayDate(addDays(to, -1))}, so whether ${date} is a ` +
      'working day is not known. Add the years from GOV.UK.',
  );
}
