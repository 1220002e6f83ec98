import type { CalendarDate } from './calendar-date';
import type { Diary, Lodging, SoloDecision } from './diary';
import { includesNight, shareANight, sharedNights, type Nights } from './nights';

interface MayBeSolo {
  readonly youngPersonId: string;
  readonly solo?: boolean;
}

export interface SoloLodging extends Lodging {
  readonly solo: boolean;
}

/** Whether the young person needs the unit to themselves: asked for with the stay, or decided for that night. */
export function needsSoloOn(stay: MayBeSolo, on: CalendarDate, diary: Pick<Diary, 'soloDecisions'>): boolean {
  return (
    stay.solo === true || diary.soloDecisions.some((decision) => isInForce(decision, stay.youngPersonId, on))
  );
}

/**
 * Whether somebody who needs solo lets this sibling in: every decision in force that night names them.
 * A solo stay without a decision lets nobody in; being a sibling says nothing by itself (domain.md §1).
 */
export function letsIn(
  soloId: string,
  siblingId: string,
  on: CalendarDate,
  diary: Pick<Diary, 'soloDecisions' | 'people'>,
): boolean {
  const family = diary.people.get(soloId)?.familyId;
  if (family === undefined || family !== diary.people.get(siblingId)?.familyId) return false;
  const decisions = diary.soloDecisions.filter((decision) => isInForce(decision, soloId, on));
  return decisions.length > 0 && decisions.every(({ siblingIds }) => siblingIds.includes(siblingId));
}

/**
 * Whom the database counts as one beside a solo stay (domain.md §3): the family, when a decision overlapping the
 * nights lets a sibling in; otherwise the young person alone. Coarser than `letsIn`, so it never refuses what that allows.
 */
export function partyOf(
  youngPersonId: string,
  familyId: string,
  nights: Nights,
  soloDecisions: readonly SoloDecision[],
): string {
  const isLetInOrLetsIn = soloDecisions.some(
    (decision) =>
      shareANight(decision.nights, nights) &&
      (decision.siblingIds.includes(youngPersonId) ||
        (decision.youngPersonId === youngPersonId && decision.siblingIds.length > 0)),
  );
  return isLetInOrLetsIn ? familyId : youngPersonId;
}

/** The stay's lodgings, cut at the nights where it begins or ceases to need solo. */
export function lodgingsWithSolo(
  stay: MayBeSolo & { readonly lodgings: readonly Lodging[] },
  diary: Pick<Diary, 'soloDecisions'>,
): SoloLodging[] {
  const decided = diary.soloDecisions
    .filter(({ youngPersonId }) => youngPersonId === stay.youngPersonId)
    .map((decision) => decision.nights);
  return stay.lodgings.flatMap(({ roomId, nights }) =>
    soloSpans(nights, decided, (on) => needsSoloOn(stay, on, diary)).map((span) => ({ roomId, ...span })),
  );
}

/** The nights, cut where solo begins or ceases; it can only where one of `others` begins or ends. */
export function soloSpans(
  nights: Nights,
  others: readonly Nights[],
  isSolo: (on: CalendarDate) => boolean,
): { nights: Nights; solo: boolean }[] {
  const spans: { nights: Nights; solo: boolean }[] = [];
  for (const from of turningPoints(nights, others)) {
    const solo = isSolo(from);
    const last = spans.at(-1);
    if (last?.solo === solo) continue;
    if (last) last.nights = { from: last.nights.from, to: from };
    spans.push({ nights: { from, to: nights.to }, solo });
  }
  return spans;
}

function turningPoints(nights: Nights, others: readonly Nights[]): CalendarDate[] {
  const shared = others.flatMap((each) => sharedNights(each, nights) ?? []);
  const points = new Set([nights.from, ...shared.flatMap(({ from, to }) => [from, to])]);
  points.delete(nights.to);
  return [...points].sort();
}

function isInForce(decision: SoloDecision, youngPersonId: string, on: CalendarDate): boolean {
  return decision.youngPersonId === youngPersonId && includesNight(decision.nights, on);
}
