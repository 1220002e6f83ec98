import { earlierOf, type CalendarDate } from './calendar-date';
import { leastAlike } from './least-alike';
import { idsOf, staysOf, type CompareGroups, type Groups, type PlannedGroup } from './planned-group';
import { isEnough } from './smallest-sets';

const LAST: CalendarDate = '2199-12-31';

/** For one night: the smallest sets any one of which suffices. */
export type Need = readonly Groups[];

/**
 * The least sets with enough for every night, none of them with a group too many. Goes through the nights in order,
 * adding what each still needs; of many sets with the same ahead of them, the lesser now is the lesser in the end.
 */
export function leastSets(needs: readonly Need[], compare: CompareGroups, most: number): Groups[] {
  let sets: Groups[] = [[]];
  for (const [night, need] of needs.entries()) {
    const met = needs.slice(0, night + 1);
    const ahead = new Set(needs.slice(night + 1).flat(2));
    const found = distinct(sets.flatMap((set) => withEnough(set, need))).filter((set) =>
      isNeeded(set, met, ahead),
    );
    sets = leastAlike(found, compare, aheadOf(ahead));
  }
  return sets.toSorted(compare).slice(0, most);
}

function withEnough(set: Groups, need: Need): Groups[] {
  return isEnough(set, need) ? [set] : need.map((some) => [...new Set([...set, ...some])]);
}

function distinct(sets: readonly Groups[]): Groups[] {
  return [...new Map(sets.map((set) => [idsOf(set), set])).values()];
}

/** Every group, on a night that is met already or perhaps on one ahead. */
function isNeeded(set: Groups, met: readonly Need[], ahead: ReadonlySet<PlannedGroup>): boolean {
  const needed = new Set(met.flatMap((need) => neededFor(set, need)));
  return set.every((one) => ahead.has(one) || needed.has(one));
}

/** Those without whom the set is not enough for the night. */
function neededFor(set: Groups, need: Need): Groups {
  const there = new Set(set);
  const [first = [], ...others] = need.filter((some) => some.every((one) => there.has(one)));
  return first.filter((one) => others.every((some) => some.includes(one)));
}

/** What counts in the nights ahead of what is chosen already: who is there again, and the least notice. */
function aheadOf(ahead: ReadonlySet<PlannedGroup>): (set: Groups) => string {
  const people = new Set(staysOf([...ahead]).map(({ youngPersonId }) => youngPersonId));
  return (set) => {
    const groups = set.filter((one) => ahead.has(one)).map(({ id }) => id);
    const again = staysOf(set).flatMap(({ youngPersonId: id }) => (people.has(id) ? [id] : []));
    const notice = set.map(({ arrivesOn }) => arrivesOn).reduce(earlierOf, LAST);
    return [notice, ...groups.sort(), ...again.sort()].join();
  };
}
