import type { CalendarDate } from '../domain/calendar-date';
import { sayDue, TOLD_AHEAD_DAYS, type Dated } from '../domain/reviews-due';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import type { PlanToReview } from './reviews-due.service';

export function reviewsDueView(reviews: readonly Dated<PlanToReview>[], today: CalendarDate, by: Person) {
  const line = (review: Dated<PlanToReview>) => ({ ...lineOf(review), due: dueOf(review, today) });
  return {
    title: 'Reviews',
    said: `${by.role === 'worker' ? 'Plans of your families' : 'Every plan in force'}: reviews and progress meetings that are overdue, or due within ${TOLD_AHEAD_DAYS} days.`,
    overdue: reviews.filter(({ daysLate }) => daysLate > 0).map(line),
    soon: reviews.filter(({ daysLate }) => daysLate === 0).map(line),
  };
}

function lineOf({ kind, planId, familyReference, youngPersonName, keyWorkerName, reviewOn }: PlanToReview) {
  const about = { on: sayDate(reviewOn), keyWorkerName };
  return kind === 'cas-plan'
    ? {
        ...about,
        who: `Family ${familyReference}`,
        what: 'Review of the CAS plan',
        href: `/cas-plans/${planId}/reviews`,
      }
    : {
        ...about,
        who: youngPersonName ?? '',
        what: 'Progress meeting on the short-break plan',
        href: `/short-break-plans/${planId}/progress-meetings`,
      };
}

function dueOf(review: Dated<PlanToReview>, today: CalendarDate) {
  const said = sayDue(review, today);
  return {
    text: `${said.charAt(0).toUpperCase()}${said.slice(1)}`,
    tone: review.daysLate > 0 ? 'bad' : 'careful',
  };
}
