import type { Nights } from '../domain/nights';

/** The later in order, and the one before it with which it shares a night. */
export type Overlap<T> = readonly [later: T, earlier: T];

/** For each of `items` that shares a night with one that began before it under the same key: one such pair. */
export function overlapsOf<T extends { readonly nights: Nights }>(
  items: readonly T[],
  keyOf: (item: T) => string | number,
): Overlap<T>[] {
  const overlaps: Overlap<T>[] = [];
  const furthest = new Map<string | number, T>();
  for (const item of items.toSorted(byArrival)) {
    const key = keyOf(item);
    const before = furthest.get(key);
    if (before && item.nights.from < before.nights.to) overlaps.push([item, before]);
    if (!before || item.nights.to > before.nights.to) furthest.set(key, item);
  }
  return overlaps;
}

function byArrival(a: { readonly nights: Nights }, b: { readonly nights: Nights }): number {
  if (a.nights.from === b.nights.from) return 0;
  return a.nights.from < b.nights.from ? -1 : 1;
}
