import { addDays, daysBetween, earlierOf, laterOf, type CalendarDate } from './calendar-date';

/**
 * Nights from one evening up to, not including, another: `[from, to)`.
 * A night is named by its evening's date. The only way this product counts nights.
 */
export interface Nights {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function countNights(nights: Nights): number {
  return Math.max(0, daysBetween(nights.from, nights.to));
}

export function listNights(nights: Nights): CalendarDate[] {
  return Array.from({ length: countNights(nights) }, (_, index) => addDays(nights.from, index));
}

export function includesNight(nights: Nights, on: CalendarDate): boolean {
  return nights.from <= on && on < nights.to;
}

/** Whether two spans share a night; touching (one leaves the day the other arrives) is not sharing. */
export function shareANight(a: Nights, b: Nights): boolean {
  return laterOf(a.from, b.from) < earlierOf(a.to, b.to);
}

/** The nights in both, or `undefined` when there are none. */
export function sharedNights(a: Nights, b: Nights): Nights | undefined {
  return shareANight(a, b) ? { from: laterOf(a.from, b.from), to: earlierOf(a.to, b.to) } : undefined;
}

export function countShared(a: Nights, b: Nights): number {
  return countNights({ from: laterOf(a.from, b.from), to: earlierOf(a.to, b.to) });
}

/** The span from the first night of any to the last night of any. */
export function spanOf(first: Nights, ...others: readonly Nights[]): Nights {
  return others.reduce(
    (span, next) => ({ from: earlierOf(span.from, next.from), to: laterOf(span.to, next.to) }),
    first,
  );
}
