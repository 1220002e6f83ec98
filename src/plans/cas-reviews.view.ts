import type { CalendarDate } from '../domain/calendar-date';
import { reviewsDue, sayDue } from '../domain/reviews-due';
import { sayDate } from '../domain/say-dates';
import type { FieldError } from '../platform/problem';
import type { CasReviewForm } from './cas-review-form';
import type { CasReview, ReviewedPlan } from './cas-reviews.service';

interface Filling {
  readonly form: CasReviewForm;
  readonly errors?: readonly FieldError[];
  readonly isHeld?: boolean;
  readonly mayHold: boolean;
}

export function casReviewsView(
  plan: ReviewedPlan,
  reviews: readonly CasReview[],
  today: CalendarDate,
  { form, errors = [], isHeld = false, mayHold }: Filling,
) {
  const isClosed = plan.status === 'closed';
  return {
    title: 'Reviews of the CAS plan',
    caption: `Family ${plan.reference}`,
    back: { text: 'Back to reviews', href: '/reviews' },
    notice: isHeld ? `The review is recorded. The next is due on ${sayDate(plan.reviewOn)}.` : undefined,
    errors,
    today,
    facts: [
      { key: 'Next review', text: isClosed ? 'None: the plan is closed' : nextOf(plan, today) },
      { key: 'Key worker', text: plan.keyWorkerName },
    ],
    planHref: `/cas-plans/${plan.id}`,
    action: `/cas-plans/${plan.id}/reviews`,
    form: mayHold && !isClosed ? form : undefined,
    reviews: reviews.map(({ id, heldOn, decisions, nextReviewOn, recordedByName }) => ({
      id,
      heldOn: sayDate(heldOn),
      decisions,
      next: sayDate(nextReviewOn),
      by: recordedByName,
    })),
  };
}

function nextOf({ reviewOn }: ReviewedPlan, today: CalendarDate): string {
  const [due] = reviewsDue([{ reviewOn }], today);
  return due ? `${sayDate(reviewOn)}, ${sayDue(due, today)}` : sayDate(reviewOn);
}
