import type { CalendarDate } from '../domain/calendar-date';
import { includesNight, shareANight } from '../domain/nights';
import { soloSpans } from '../domain/solo';
import type { BedUse, Standing } from './bed-uses';

/** A stay's beds as they are to be. */
export interface Change {
  readonly stayId: string;
  readonly uses: readonly BedUse[];
}

/**
 * The changes the constraints on who is beside whom, and on closed rooms, would take, all of them together: each stay
 * takes the whole unit on those of its solo nights on which nobody is beside it.
 */
export function changesThatFit(changes: readonly Change[], standing: readonly Standing[]): Change[] {
  const changing = new Set<string | null>(changes.map(({ stayId }) => stayId));
  const others = standing.filter(({ stayId }) => !changing.has(stayId));
  const asked = [...others, ...changes.flatMap(({ uses }) => uses)];
  const cut = changes.map(({ stayId, uses }) => ({
    stayId,
    uses: soloWhereAlone(uses, asked),
  }));
  const all = [...others, ...cut.flatMap(({ uses }) => uses)];
  const isFitting = ({ uses }: Change) => !uses.some((use) => all.some((other) => isBeside(use, other)));
  const fitting = new Set(cut.filter(isFitting).map(({ stayId }) => stayId));
  return fitting.size === changes.length
    ? cut
    : changesThatFit(
        changes.filter(({ stayId }) => fitting.has(stayId)),
        standing,
      );
}

/** A stay's beds, taking the whole unit on those of its solo nights on which no other stay of another party is there. */
export function soloWhereAlone(uses: readonly BedUse[], standing: readonly Standing[]): BedUse[] {
  return uses.flatMap((use) => {
    if (!use.solo) return [use];
    const beside = standing.filter(
      ({ stayId, party }) => ![null, use.stayId].includes(stayId) && party !== use.party,
    );
    const isAlone = (on: CalendarDate) => !beside.some((other) => includesNight(other, on));
    return soloSpans(use, beside, isAlone).map(({ nights, solo }) => ({ ...use, ...nights, solo }));
  });
}

function isBeside(one: BedUse, other: Standing): boolean {
  const isClosure = other.stayId === null;
  const meet = one.bed === other.bed || (isClosure ? other.bed === null : one.solo || other.solo);
  return meet && one.party !== other.party && shareANight(one, other);
}
