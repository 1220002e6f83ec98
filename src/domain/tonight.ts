import type { CalendarDate } from './calendar-date';
import { londonDate, nightOfArrival } from './london';

interface NightRolls {
  readonly from: CalendarDate;
  readonly nightRollsAt: string;
}

/**
 * The London date of tonight: before 09:00† it is still the night that began yesterday (domain.md §1, §4).
 * @param settings oldest first.
 */
export function tonight(now: Date, settings: readonly NightRolls[]): CalendarDate {
  const date = londonDate(now);
  const inForce = settings.findLast(({ from }) => from <= date) ?? settings[0];
  return nightOfArrival(now, inForce?.nightRollsAt);
}
