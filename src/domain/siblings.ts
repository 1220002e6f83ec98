import type { Nights } from './nights';

/** Somebody whom a stay was asked for or booked together with, and the nights they would have. */
export interface Sibling {
  readonly youngPersonId: string;
  /** `null`: they are left out. */
  readonly nights: Nights | null;
}

/** A stay that was booked together with another, and is not over. */
export interface BookedTogether {
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly nights: Nights;
}

/** What a stay is told of those who were asked for with it and are left out. */
export function withoutSiblings(leftOut: readonly string[] = []): { siblings?: readonly Sibling[] } {
  if (leftOut.length === 0) return {};
  return { siblings: leftOut.map((youngPersonId) => ({ youngPersonId, nights: null })) };
}

/**
 * Those who have the same nights as a stay now, with the nights they would have once some stays are changed; whoever has
 * other nights is apart from it already.
 */
export function siblingsOnce(
  changed: ReadonlyMap<string, Nights>,
  now: Nights,
  together: readonly BookedTogether[],
): Sibling[] {
  return together
    .filter(({ nights }) => nights.from === now.from && nights.to === now.to)
    .map(({ stayId, youngPersonId, nights }) => ({ youngPersonId, nights: changed.get(stayId) ?? nights }));
}
