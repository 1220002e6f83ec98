import { includesNight, shareANight } from '../domain/nights';
import { soloSpans } from '../domain/solo';
import type { BedUse } from './bed-uses';

/** A live row of `bed_uses`; `bed` is null for a closure of the whole unit. */
export type Standing = Pick<BedUse, 'from' | 'to' | 'party' | 'solo'> & {
  readonly stayId: string | null;
  readonly bed: number | null;
};

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
    uses: uses.flatMap((use) => soloWhereAlone(use, asked)),
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

function soloWhereAlone(use: BedUse, all: readonly Standing[]): BedUse[] {
  if (!use.solo) return [use];
  const beside = all.filter(
    (other) => other.stayId !== null && other.party !== use.party && shareANight(use, other),
  );
  const isAlone = (on: string) => !beside.some((other) => includesNight(other, on));
  return soloSpans(use, beside, isAlone).map(({ nights, solo }) => ({ ...use, ...nights, solo }));
}

function isBeside(one: BedUse, other: Standing): boolean {
  const isClosure = other.stayId === null;
  const meet = one.bed === other.bed || (isClosure ? other.bed === null : one.solo || other.solo);
  return meet && one.party !== other.party && shareANight(one, other);
}
