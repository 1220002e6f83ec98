import { shareANight } from '../domain/nights';
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

/** The changes the constraints on who is beside whom, and on closed rooms, would take, all of them together. */
export function changesThatFit(changes: readonly Change[], standing: readonly Standing[]): Change[] {
  const changing = new Set<string | null>(changes.map(({ stayId }) => stayId));
  const all = [
    ...standing.filter(({ stayId }) => !changing.has(stayId)),
    ...changes.flatMap(({ uses }) => uses),
  ];
  const fitting = changes.filter(
    ({ uses }) => !uses.some((use) => all.some((other) => isBeside(use, other))),
  );
  return fitting.length === changes.length ? fitting : changesThatFit(fitting, standing);
}

function isBeside(one: BedUse, other: Standing): boolean {
  const isClosure = other.stayId === null;
  const meet = one.bed === other.bed || (isClosure ? other.bed === null : one.solo || other.solo);
  return meet && one.party !== other.party && shareANight(one, other);
}
