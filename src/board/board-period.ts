import { addDays, isCalendarDate, type CalendarDate } from '../domain/calendar-date';
import type { Nights } from '../domain/nights';
import { typed, type SentForm } from '../platform/sent-form';

/** One, two, four and thirteen weeks. */
export const LENGTHS = [7, 14, 28, 91] as const;

const USUAL: Length = 14;
export type Length = (typeof LENGTHS)[number];

/** The nights a board page shows, as its address says them. */
export interface BoardPeriod extends Nights {
  readonly length: Length;
}

/** Without a date it begins last night, so that those leaving this morning are still on it. */
export function boardPeriod(sent: SentForm, today: CalendarDate): BoardPeriod {
  const asked = typed(sent, 'from');
  const from = isCalendarDate(asked) ? asked : addDays(today, -1);
  const length = LENGTHS.find((each) => String(each) === typed(sent, 'nights')) ?? USUAL;
  return { from, to: addDays(from, length), length };
}
