import type { CompareGroups, Groups } from './planned-group';

/** More than the sets there can be of the groups of one night in a unit of eight rooms. */
const MOST_ALIKE = 100;

/** All of them while they are few; of many that are alike the least, so that the work stays bounded. */
export function leastAlike(
  sets: Groups[],
  compare: CompareGroups,
  likenessOf: (set: Groups) => string | number,
): Groups[] {
  if (sets.length <= MOST_ALIKE) return sets;
  const counts = new Map<string | number, number>();
  return sets.toSorted(compare).filter((set) => {
    const likeness = likenessOf(set);
    const count = (counts.get(likeness) ?? 0) + 1;
    counts.set(likeness, count);
    return count <= MOST_ALIKE;
  });
}
