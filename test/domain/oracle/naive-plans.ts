import type { Diary, ProposedStay, StayKind } from '../../../src/domain/diary';
import { holds, nightsOf, settingsOn, wasSlept, type Fact } from './naive';

type Plan = Diary['plans'][number];

/** What plans, consent and the counts of nights have to say about one night, told slowly and day by day. */
export function naivePlanFacts(night: string, stay: ProposedStay, diary: Diary, kind: StayKind): Fact[] {
  const plans = diary.plans.filter((plan) => plan.youngPersonId === stay.youngPersonId);
  const covering = plans.find((plan) => plan.isAgreed && holds(plan.nights, night));
  return [
    ...(covering
      ? [...consent(night, covering, kind), ...nightsUsed(night, covering, stay, diary)]
      : uncovered(night, plans)),
    ...casPlan(stay, diary),
    ...longStay(night, stay, diary),
    ...fullYear(night, stay, diary),
  ];
}

function uncovered(night: string, plans: readonly Plan[]): Fact[] {
  if (plans.some((plan) => !plan.isAgreed && holds(plan.nights, night))) return [['plan-not-agreed']];
  const agreed = plans
    .filter((plan) => plan.isAgreed)
    .map((plan) => `${plan.nights.from} to ${plan.nights.to}`);
  const begun = agreed.filter((plan) => plan.slice(0, 10) <= night).sort();
  const nearest = begun[begun.length - 1] ?? agreed.sort()[0];
  return [nearest === undefined ? ['no-plan'] : ['outside-plan', nearest]];
}

function consent(night: string, plan: Plan, kind: StayKind): Fact[] {
  if (kind === 'emergency') return [];
  const given = plan.consent;
  if (given && night >= given.from && (given.until === null || night < given.until)) return [];
  return [['consent', `withdrawn ${given?.until ?? 'never'}`]];
}

function casPlan({ youngPersonId }: ProposedStay, diary: Diary): Fact[] {
  const family = diary.people.get(youngPersonId)?.familyId;
  const status = diary.casPlans.find((plan) => plan.familyId === family)?.status;
  return status === 'dormant' || status === 'closed' ? [['cas-plan-not-open', status]] : [];
}

function nightsUsed(night: string, plan: Plan, stay: ProposedStay, diary: Diary): Fact[] {
  const period = periodAround(night, plan);
  let used = 0;
  for (const day of nightsOf(period)) {
    for (const away of awayBut(stay, diary))
      if (away.kind === 'planned' && holds(away.nights, day)) used += 1;
    if (holds(stay.nights, day) && wasSlept(stay, day, diary)) used += 1;
  }
  let upToThisOne = 0;
  for (const day of judged(stay, diary)) if (holds(period, day) && day <= night) upToThisOne += 1;
  if (used + upToThisOne <= plan.nightsAgreed) return [];
  return [['nights-used', `${used} of ${plan.nightsAgreed} per ${plan.nightsPer}`]];
}

/** Month by month from the plan's first day; a month without that day counts from its last. */
function periodAround(night: string, { nights, nightsPer }: Plan): { from: string; to: string } {
  if (nightsPer === 'plan') return nights;
  const length = { year: 12, quarter: 3, month: 1 }[nightsPer];
  let from = nights.from;
  for (let months = length; ; months += length) {
    const next = monthsLater(nights.from, months);
    if (next > night) return { from, to: next < nights.to ? next : nights.to };
    from = next;
  }
}

function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const later = new Date(Date.UTC(year, month - 1 + months, 1));
  const wanted = later.getUTCMonth();
  for (let step = 1; step < day; step += 1) {
    later.setUTCDate(step + 1);
    if (later.getUTCMonth() !== wanted)
      return new Date(later.getTime() - 86_400_000).toISOString().slice(0, 10);
  }
  return later.toISOString().slice(0, 10);
}

function longStay(night: string, stay: ProposedStay, diary: Diary): Fact[] {
  const all = nightsOf(stay.nights);
  const { seriesNights } = settingsOn(judged(stay, diary)[0] ?? night, diary);
  return all.indexOf(night) + 1 > seriesNights ? [['series-17', `${all.length} of ${seriesNights}`]] : [];
}

function fullYear(night: string, stay: ProposedStay, diary: Diary): Fact[] {
  const { yearNights, yearNightsToldFrom } = settingsOn(judged(stay, diary)[0] ?? night, diary);
  const away = new Set([
    ...awayBut(stay, diary).flatMap(({ nights }) => nightsOf(nights)),
    ...nightsOf(stay.nights),
  ]);
  const fullest = new Map(judged(stay, diary).map((on) => [on, mostInAYearWith(on, away)]));
  const most = Math.max(0, ...fullest.values());
  const own = fullest.get(night) ?? 0;
  if (own > yearNights) return [['series-75', `${most} of ${yearNights}`]];
  if (most > yearNights || own < yearNightsToldFrom) return [];
  return [['series-75 at inform', `${most} of ${yearNights}`]];
}

function mostInAYearWith(night: string, away: ReadonlySet<string>): number {
  let most = 0;
  for (const [first, after] of yearsWith(night)) {
    let count = 0;
    for (const day of away) if (first <= day && day < after) count += 1;
    most = Math.max(most, count);
  }
  return most;
}

const known = new Map<string, [first: string, after: string][]>();

/** Every 12 months that begin on any day of the year before, and still run that night. */
function yearsWith(night: string): [first: string, after: string][] {
  const years = known.get(night) ?? [];
  if (years.length === 0) {
    for (let back = 0; back <= 366; back += 1) {
      const first = new Date(Date.parse(`${night}T12:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
      if (aYearLater(first) > night) years.push([first, aYearLater(first)]);
    }
    known.set(night, years);
  }
  return years;
}

function aYearLater(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}

function awayBut({ youngPersonId, changesStayId }: ProposedStay, diary: Diary) {
  return diary.away.filter(
    (away) =>
      away.youngPersonId === youngPersonId && (changesStayId === undefined || away.stayId !== changesStayId),
  );
}

function judged(stay: ProposedStay, diary: Diary): string[] {
  return nightsOf(stay.nights).filter((on) => !wasSlept(stay, on, diary));
}
