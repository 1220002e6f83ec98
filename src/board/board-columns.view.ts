import { isWeekend, type CalendarDate } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';

export interface Day {
  readonly on: CalendarDate;
  readonly weekday: string;
  readonly day: string;
  readonly spoken: string;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
  readonly beginsMonth: boolean;
}

interface Month {
  readonly text: string;
  readonly span: number;
}

const NARROWEST_SAID = 3;

export function dayColumns(nights: readonly CalendarDate[], today: CalendarDate): Day[] {
  return nights.map((on, index) => {
    const [weekday = '', day = ''] = sayDate(on).split(' ');
    return {
      on,
      weekday,
      day,
      spoken: sayDate(on),
      isToday: on === today,
      isWeekend: isWeekend(on),
      beginsMonth: index > 0 && on.endsWith('-01'),
    };
  });
}

/** `March 2026` over its days; only `Mar` where there are few of them. */
export function monthColumns(nights: readonly CalendarDate[]): Month[] {
  const spans = new Map<string, number>();
  for (const on of nights) {
    const month = sayDate(on).split(' ').slice(2).join(' ');
    spans.set(month, (spans.get(month) ?? 0) + 1);
  }
  return [...spans].map(([month, span]) => ({
    text: span < NARROWEST_SAID ? month.slice(0, 3) : month,
    span,
  }));
}
