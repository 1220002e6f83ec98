import { addDays, daysBetween, type CalendarDate } from './calendar-date';

/** How many days ahead a review is told. */
export const TOLD_AHEAD_DAYS = 14;

export interface Due {
  readonly reviewOn: CalendarDate;
}

export type Dated<R extends Due> = R & {
  /** 0 while it is not overdue; on its day it is not. */
  readonly daysLate: number;
};

/** The last day of those reviews that are told of. */
export function toldUntil(today: CalendarDate): CalendarDate {
  return addDays(today, TOLD_AHEAD_DAYS);
}

/** Those overdue, the latest first, then those due within 14 days. */
export function reviewsDue<R extends Due>(reviews: readonly R[], today: CalendarDate): Dated<R>[] {
  return reviews
    .filter(({ reviewOn }) => reviewOn <= toldUntil(today))
    .toSorted((a, b) => daysBetween(b.reviewOn, a.reviewOn))
    .map((review) => ({ ...review, daysLate: Math.max(0, daysBetween(review.reviewOn, today)) }));
}

/** `3 days late`, `due today`, `due in 5 days`. */
export function sayDue({ reviewOn, daysLate }: Dated<Due>, today: CalendarDate): string {
  if (daysLate > 0) return `${daysLate} ${daysLate === 1 ? 'day' : 'days'} late`;
  const ahead = daysBetween(today, reviewOn);
  if (ahead === 0) return 'due today';
  return ahead === 1 ? 'due tomorrow' : `due in ${ahead} days`;
}
