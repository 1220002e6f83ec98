import type { CalendarDate } from '../calendar-date';
import type { Finding } from '../findings';
import { includesNight } from '../nights';
import { planFor, type PlanOnFile } from '../short-break-plan';
import { found, nightsWhen, type Rule } from './rule';

/** No agreed short-break plan covers the night: there is none, it is a draft still, or it is for other nights. */
export const planCover: Rule = (asked, diary, kind) =>
  asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const plans = diary.plansOf(youngPersonId);
    const open = nights.filter(({ on }) => !planFor(on, plans));
    if (open.length === 0) return [];
    const drafted = nightsWhen(open, ({ on }) => isDrafted(on, plans));
    const uncovered = nightsWhen(open, ({ on }) => !isDrafted(on, plans));
    return [
      ...found(drafted, kind, { code: 'plan-not-agreed', youngPersonId }),
      ...uncoveredBy(plans, uncovered).flatMap(({ plan, nights: on }) =>
        found(
          on,
          kind,
          plan
            ? { code: 'outside-plan', youngPersonId, plan: plan.nights }
            : { code: 'no-plan', youngPersonId },
        ),
      ),
    ];
  });

function isDrafted(on: CalendarDate, plans: readonly PlanOnFile[]): boolean {
  return plans.some(({ isAgreed, nights }) => !isAgreed && includesNight(nights, on));
}

/** Each night with the plan it should have been in: the last agreed to begin before it, or else the first. */
function uncoveredBy(plans: readonly PlanOnFile[], nights: Finding['nights']) {
  const agreed = plans
    .filter(({ isAgreed }) => isAgreed)
    .sort((a, b) => (a.nights.from < b.nights.from ? -1 : 1));
  const groups = new Map<PlanOnFile | undefined, CalendarDate[]>();
  for (const on of nights) {
    const plan = agreed.findLast((each) => each.nights.from <= on) ?? agreed[0];
    groups.set(plan, [...(groups.get(plan) ?? []), on]);
  }
  return [...groups].map(([plan, those]) => ({ plan, nights: those }));
}
