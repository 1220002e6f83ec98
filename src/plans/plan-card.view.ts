import { addDays, type CalendarDate } from '../domain/calendar-date';
import { NIGHTS_PER_WORDS, SHORT_BREAK_PLAN_WORDS } from '../domain/plan-words';
import type { PlanBalance } from '../domain/plan-balance';
import { sayDays } from '../domain/say-dates';
import { sayNightCount } from '../domain/say-numbers';
import { reviewOf } from './review.view';
import type { ShortBreakPlanFile } from './short-break-plan-records.service';

export function planCard({ plan, balance }: ShortBreakPlanFile, today: CalendarDate) {
  const { id, startsOn, endsOn, status, nightsAgreed, nightsPer } = plan;
  return {
    href: `/short-break-plans/${id}`,
    dates: sayPlanDays(startsOn, endsOn, today),
    status: SHORT_BREAK_PLAN_WORDS[status],
    agreed: `${sayNightCount(nightsAgreed)} ${NIGHTS_PER_WORDS[nightsPer]}`,
    review: status === 'ended' ? undefined : reviewOf(plan.reviewOn, today),
    consent: consentMissing(plan),
    sums: status === 'agreed' ? sumsOf(balance) : [],
    period:
      status === 'agreed' && nightsPer !== 'plan'
        ? sayPlanDays(balance.period.from, balance.period.to, today)
        : undefined,
  };
}

/** The last night's date is what people mean by the end of a plan. */
export function sayPlanDays(from: CalendarDate, to: CalendarDate, today: CalendarDate): string {
  return sayDays(from, addDays(to, -1), today);
}

function sumsOf({ used, booked, left, owed, emergency }: PlanBalance) {
  return [
    { key: 'Used', text: String(used) },
    { key: 'Booked', text: String(booked) },
    { key: 'Left', text: String(left) },
    ...(owed > 0 ? [{ key: 'Owed', text: String(owed) }] : []),
    ...(emergency > 0 ? [{ key: 'Emergency', text: String(emergency) }] : []),
  ];
}

function consentMissing({ status, consentOn, consentWithdrawnOn }: ShortBreakPlanFile['plan']) {
  if (status === 'ended') return undefined;
  if (consentWithdrawnOn) return 'Consent withdrawn';
  return consentOn ? undefined : 'No consent yet';
}
