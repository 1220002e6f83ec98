import type { CalendarDate } from '../calendar-date';
import { planFor, type PlanOnFile } from '../short-break-plan';
import { found, nightsWhen, type Rule } from './rule';

/** Nobody's consent is in force. An emergency has a legal basis of its own, asked for with the claim (domain.md §4). */
export const consent: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    if (kind === 'emergency') return [];
    const plans = diary.plansOf(youngPersonId);
    const without = nights.flatMap(({ on }) => {
      const plan = planFor(on, plans);
      return plan && !isInForce(plan.consent, on) ? [{ on, plan }] : [];
    });
    return [...new Set(without.map(({ plan }) => plan))].flatMap((plan) =>
      found(
        nightsWhen(without, (each) => each.plan === plan),
        kind,
        { code: 'consent', youngPersonId, withdrawnOn: plan.consent?.until ?? null },
      ),
    );
  });

function isInForce(given: PlanOnFile['consent'], on: CalendarDate): boolean {
  return given !== null && given.from <= on && (given.until === null || on < given.until);
}
