import type { CalendarDate } from './calendar-date';
import { sayDays } from './say-dates';
import { sayNightCount } from './say-numbers';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What a request asks for, as far as its nights go. */
export interface AskedNights {
  readonly nights: number;
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  /** ISO weekdays of arrival; none means any. */
  readonly weekdays: readonly number[];
}

/** `2 nights, arriving on a Friday or Saturday, Thu 12 March to Wed 22 April`. */
export function sayAsk({ nights, earliest, latest, weekdays }: AskedNights, today: CalendarDate): string {
  const days = sayDays(earliest, latest, today);
  if (earliest === latest) return `${sayNightCount(nights)}, arriving ${days}`;
  return `${sayNightCount(nights)}, arriving ${sayWeekdays(weekdays)}, ${days}`;
}

export function sayWeekday(day: number): string {
  return DAYS[day - 1] ?? '';
}

/** `any day`, `on a Friday or Saturday`. */
function sayWeekdays(weekdays: readonly number[]): string {
  if (weekdays.length === 0 || weekdays.length === DAYS.length) return 'any day';
  const names = [...weekdays].sort((a, b) => a - b).map(sayWeekday);
  const last = names.slice(-1);
  return `on a ${[...(names.length > 1 ? [names.slice(0, -1).join(', ')] : []), ...last].join(' or ')}`;
}

/** `Ana`, `Ana and Ben`, `Ana, Ben and Cy`. */
export function sayTogether(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
