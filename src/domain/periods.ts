import { addDays, earlierOf, firstOfNextMonth, weekdayOf, type CalendarDate } from './calendar-date';
import type { Nights } from './nights';

export type Step = 'month' | 'week';

/** A period cut at every 1st of the month, or every Monday; the first and last piece may be short. */
export function splitPeriod(period: Nights, by: Step): Nights[] {
  const pieces: Nights[] = [];
  for (let from = period.from; from < period.to;) {
    const to = earlierOf(nextCut(from, by), period.to);
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}

function nextCut(date: CalendarDate, by: Step): CalendarDate {
  return by === 'month' ? firstOfNextMonth(date) : addDays(date, 8 - weekdayOf(date));
}
