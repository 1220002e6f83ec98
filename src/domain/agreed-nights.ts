import { isTaken, type BedNight } from './bed-nights';
import { toHundredths } from './money';
import { countNights, countShared, sharedNights, type Nights } from './nights';
import { splitExactly } from './prorate';
import { Ratio } from './ratio';
import { periodOf } from './short-break-plan';
import type { PlanOnRecord, StayOnRecord } from './use-records';

export interface Delivered {
  readonly youngPersonId: string;
  /** What plans agreed for the period, to 2 decimal places; `null` where no plan was in force. */
  readonly agreed: number | null;
  readonly planned: number;
  readonly emergency: number;
  /** Booked or held, and still to come. */
  readonly ahead: number;
}

const NONE = { planned: 0, emergency: 0, ahead: 0 };

/**
 * Nights agreed for a period, exactly: those of each period a plan counts in, shared equally among its days, for the
 * days on which the plan was in force. Without this a plan of a year could not be set against a month.
 */
export function agreedNights(plan: PlanOnRecord, period: Nights): Ratio {
  const within = sharedNights(plan.inForce, period);
  let sum = Ratio.ZERO;
  if (!within) return sum;
  for (let on = within.from; on < within.to;) {
    const counted = periodOf(on, plan);
    const share = Ratio.of(countShared(counted, within), countNights(counted));
    sum = sum.plus(share.times(Ratio.of(plan.nightsAgreed)));
    on = counted.to;
  }
  return sum;
}

/** Everybody who had a plan in force or a night in the period; whoever is furthest behind what was agreed first. */
export function agreedAndDelivered(
  bedNights: readonly BedNight[],
  stays: readonly StayOnRecord[],
  plans: readonly PlanOnRecord[],
  period: Nights,
): { readonly children: readonly Delivered[]; readonly agreed: number } {
  const counts = new Map(plans.map(({ youngPersonId }) => [youngPersonId, { ...NONE }]));
  const person = new Map(stays.map(({ id, youngPersonId }) => [id, youngPersonId]));
  for (const bed of bedNights) {
    const id = isTaken(bed) ? person.get(bed.stayId) : undefined;
    if (!isTaken(bed) || id === undefined) continue;
    const count = counts.get(id) ?? { ...NONE };
    count[bed.class === 'occupied' ? bed.kind : 'ahead'] += 1;
    counts.set(id, count);
  }
  const ids = [...counts.keys()].sort();
  const exact = ids.map((id) =>
    Ratio.sum(plans.filter((plan) => plan.youngPersonId === id).map((plan) => agreedNights(plan, period))),
  );
  const agreed = toHundredths(Ratio.sum(exact));
  const rounded = splitExactly(exact, 2, agreed);
  const hasPlan = new Set(plans.map(({ youngPersonId }) => youngPersonId));
  const children = ids.map((youngPersonId, index) => ({
    youngPersonId,
    agreed: hasPlan.has(youngPersonId) ? (rounded[index] ?? 0) : null,
    ...(counts.get(youngPersonId) ?? NONE),
  }));
  return { children: children.sort((a, b) => behind(b) - behind(a)), agreed };
}

function behind({ agreed, planned, ahead }: Delivered): number {
  return (agreed ?? 0) - planned - ahead;
}
