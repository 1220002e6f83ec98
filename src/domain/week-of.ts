import { addDays, weekdayOf, type CalendarDate } from './calendar-date';
import type { Nights } from './nights';

const WEEK = 7;

/** The seven nights from the Monday of this day's week. */
export function weekOf(on: CalendarDate): Nights {
  return weekFrom(addDays(on, 1 - weekdayOf(on)));
}

/** Seven nights from this one on. */
export function weekFrom(from: CalendarDate): Nights {
  return { from, to: addDays(from, WEEK) };
}
