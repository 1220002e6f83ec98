import { addMonths, earlierOf, type CalendarDate } from './calendar-date';
import { includesNight, type Nights } from './nights';

export const SHORT_BREAK_PLAN_STATUSES = ['draft', 'agreed', 'ended'] as const;
export type ShortBreakPlanStatus = (typeof SHORT_BREAK_PLAN_STATUSES)[number];

/** Children Act 1989 s.17, s.20 and s.46, and the orders of court (domain.md §4). */
export const LEGAL_BASES = [
  's17',
  's20-series',
  's20',
  'own-consent-16-17',
  'police-protection',
  'epo',
  'care-order',
  'remand',
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What the nights agreed are counted in; periods begin on the plan's first day. */
export const NIGHTS_PER = ['plan', 'year', 'quarter', 'month'] as const;
export type NightsPer = (typeof NIGHTS_PER)[number];

/** A short-break plan as the rules know it: a draft, or agreed; an ended one they never see. */
export interface PlanOnFile {
  readonly id: string;
  readonly youngPersonId: string;
  readonly isAgreed: boolean;
  /** The nights it covers. */
  readonly nights: Nights;
  readonly nightsAgreed: number;
  readonly nightsPer: NightsPer;
  /** In force from a night on, until the night before it was withdrawn. */
  readonly consent: { readonly from: CalendarDate; readonly until: CalendarDate | null } | null;
}

/** The agreed plan that covers a night; the database lets there be only one. */
export function planFor<P extends Pick<PlanOnFile, 'isAgreed' | 'nights'>>(
  on: CalendarDate,
  plans: readonly P[],
): P | undefined {
  return plans.find(({ isAgreed, nights }) => isAgreed && includesNight(nights, on));
}

/** Whose id a stay that begins on a night carries. */
export function planIdFor(
  youngPersonId: string,
  on: CalendarDate,
  plans: readonly PlanOnFile[],
): string | null {
  return (
    planFor(
      on,
      plans.filter((plan) => plan.youngPersonId === youngPersonId),
    )?.id ?? null
  );
}

const MONTHS: Readonly<Record<Exclude<NightsPer, 'plan'>, number>> = { year: 12, quarter: 3, month: 1 };

type Counted = Pick<PlanOnFile, 'nights' | 'nightsPer'>;

/** Of each plan, worked out once. */
const periods = new WeakMap<Counted, readonly Nights[]>();

/** The nights among which a night of the plan is counted. */
export function periodOf(on: CalendarDate, plan: Counted): Nights {
  const known = periods.get(plan) ?? periodsOf(plan);
  periods.set(plan, known);
  return known.find(({ to }) => on < to) ?? plan.nights;
}

function periodsOf({ nights, nightsPer }: Counted): Nights[] {
  if (nightsPer === 'plan') return [nights];
  const all: Nights[] = [];
  for (let from = nights.from, months = MONTHS[nightsPer]; from < nights.to; months += MONTHS[nightsPer]) {
    const to = earlierOf(addMonths(nights.from, months), nights.to);
    all.push({ from, to });
    from = to;
  }
  return all;
}
