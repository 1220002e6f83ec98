import type { AskedStay } from '../asked-stay';
import type { CalendarDate } from '../calendar-date';
import type { DiaryByNight } from '../diary-by-night';
import type { Finding } from '../findings';
import { countShared, includesNight, type Nights } from '../nights';
import { periodOf, planFor, type PlanOnFile } from '../short-break-plan';
import { found, type Rule } from './rule';

/** More planned nights than the plan agreed for its period; emergency nights and those elsewhere are counted apart. */
export const nightsUsed: Rule = (asked, diary, kind) =>
  asked.flatMap((each) =>
    periodsOf(each, diary).flatMap(({ plan, period, nights }): Finding[] => {
      const used = usedIn(period, each, diary);
      const over = Math.min(nights.length, used + nights.length - plan.nightsAgreed);
      return found(over > 0 ? nights.slice(-over) : [], kind, {
        code: 'nights-used',
        youngPersonId: each.stay.youngPersonId,
        agreed: plan.nightsAgreed,
        per: plan.nightsPer,
        used,
      });
    }),
  );

interface Counted {
  readonly plan: PlanOnFile;
  readonly period: Nights;
  readonly nights: CalendarDate[];
}

function periodsOf({ stay: { youngPersonId }, nights }: AskedStay, diary: DiaryByNight): Counted[] {
  const plans = diary.plansOf(youngPersonId);
  const counted: Counted[] = [];
  for (const { on } of nights) {
    const plan = planFor(on, plans);
    if (!plan) continue;
    const last = counted.at(-1);
    if (last?.plan === plan && includesNight(last.period, on)) last.nights.push(on);
    else counted.push({ plan, period: periodOf(on, plan), nights: [on] });
  }
  return counted;
}

/** With the nights of this very stay that are over. */
function usedIn(period: Nights, { stay, slept }: AskedStay, diary: DiaryByNight): number {
  const planned = diary.plannedNightsIn(period, stay.youngPersonId, stay.changesStayId);
  return slept.reduce((sum, { nights }) => sum + countShared(nights, period), planned);
}
