import { addDays, laterOf, type CalendarDate } from './calendar-date';
import type { StayKind, StayStatus } from './diary';
import { countNights, sharedNights, type Nights } from './nights';
import { periodOf, type PlanOnFile } from './short-break-plan';

export interface CountedStay {
  readonly kind: StayKind;
  readonly status: StayStatus;
  readonly nights: Nights;
}

/** What a plan agreed for a period, and what became of it. */
export interface PlanBalance {
  readonly agreed: number;
  /** Planned nights that are over. */
  readonly used: number;
  /** Planned nights from tonight on. */
  readonly booked: number;
  /** Never below nothing: more than agreed may have been authorised. */
  readonly left: number;
  /** Planned nights the young person lost to emergencies and has not had since, of whatever period. */
  readonly owed: number;
  /** Nights of emergency stays; they use up nothing that was agreed. */
  readonly emergency: number;
  readonly period: Nights;
}

const COUNTED: readonly StayStatus[] = ['held', 'confirmed', 'in-residence', 'completed'];

/** Of the period today falls in, or else the one nearest to it. */
export function planBalance(
  plan: Pick<PlanOnFile, 'nights' | 'nightsPer' | 'nightsAgreed'>,
  stays: readonly CountedStay[],
  today: CalendarDate,
  owed = 0,
): PlanBalance {
  const period = periodOf(nearestNight(plan.nights, today), plan);
  const counted = stays.filter(({ status }) => COUNTED.includes(status));
  const planned = counted.filter(({ kind }) => kind === 'planned');
  const tonightOn = { from: laterOf(period.from, today), to: period.to };
  const booked = nightsWithin(tonightOn, planned);
  const used = nightsWithin(period, planned) - booked;
  const agreed = plan.nightsAgreed;
  const emergency = nightsWithin(
    period,
    counted.filter(({ kind }) => kind === 'emergency'),
  );
  return { agreed, used, booked, left: Math.max(0, agreed - used - booked), owed, emergency, period };
}

function nearestNight({ from, to }: Nights, today: CalendarDate): CalendarDate {
  if (today < from) return from;
  return today < to ? today : addDays(to, -1);
}

function nightsWithin(period: Nights, stays: readonly CountedStay[]): number {
  return stays.reduce((sum, { nights }) => {
    const shared = sharedNights(period, nights);
    return sum + (shared ? countNights(shared) : 0);
  }, 0);
}
