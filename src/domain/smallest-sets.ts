import { leastAlike } from './least-alike';
import type { CompareGroups, Groups, PlannedGroup } from './planned-group';

/**
 * The smallest sets of these groups that suffice: none has one too many. Whatever has a set in it that suffices must
 * suffice too. Larger sets are made only of smaller ones that do not suffice, so that few are ever judged.
 */
export function smallestSets(
  groups: Groups,
  suffices: (some: Groups) => boolean,
  compare: CompareGroups,
): Groups[] {
  if (suffices([])) return [[]];
  const alone = groups.filter((one) => suffices([one]));
  const others = groups.filter((one) => !alone.includes(one));
  return [...alone.map((one) => [one]), ...largerSets(others, suffices, compare)];
}

/** Of groups none of which suffices alone: each set has those in it without whom all the others do not. */
function largerSets(groups: Groups, suffices: (some: Groups) => boolean, compare: CompareGroups): Groups[] {
  if (!suffices(groups)) return [];
  const needed = groups.filter((one) => !suffices(groups.filter((other) => other !== one)));
  const rest = groups.filter((one) => !needed.includes(one)).sort((a, b) => compare([a], [b]));
  const enough: Groups[] = [];
  let tried: Groups[] = [needed];
  while (tried.length > 0) {
    const short = tried.filter((some) => !suffices(some));
    enough.push(...tried.filter((some) => !short.includes(some)));
    const larger = short.flatMap((some) => withOneMore(some, rest)).filter((some) => !isEnough(some, enough));
    tried = leastAlike(larger, compare, countStays);
  }
  return enough;
}

/** Whether one of the sets that are enough is within these. */
export function isEnough(some: Groups, enough: readonly Groups[]): boolean {
  const there = new Set(some);
  return enough.some((set) => set.every((group) => there.has(group)));
}

/** Each with one that comes after all it has, so that none is made twice. */
function withOneMore(some: Groups, rest: readonly PlannedGroup[]): Groups[] {
  const last = rest.findLastIndex((one) => some.includes(one));
  return rest.slice(last + 1).map((one) => [...some, one]);
}

function countStays(groups: Groups): number {
  return groups.reduce((sum, { stays }) => sum + stays.length, 0);
}
