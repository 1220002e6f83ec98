import fc from 'fast-check';
import type { Groups, PlannedGroup } from '../../src/domain/planned-group';
import { smallestSets } from '../../src/domain/smallest-sets';
import { aStay } from './a-diary';

/** One who comes alone, of whom only the id matters here. */
function aGroup(id: string): PlannedGroup {
  return { id, stays: [aStay(id, 1, '2025-03-01', '2025-03-02')], arrivesOn: '2025-03-01' };
}

function groups(count: number): PlannedGroup[] {
  return Array.from({ length: count }, (_, index) => aGroup(String(index).padStart(2, '0')));
}

function byIds(a: Groups, b: Groups): number {
  return namesOf([a]).join() < namesOf([b]).join() ? -1 : 1;
}

function namesOf(sets: readonly Groups[]): string[] {
  return sets.map((set) => set.map(({ id }) => id).sort()).map((ids) => ids.join('+'));
}

/** What is found, and how many sets were judged for it. */
function found(all: Groups, suffices: (some: Groups) => boolean) {
  let judged = 0;
  const sets = smallestSets(
    all,
    (some) => {
      judged += 1;
      return suffices(some);
    },
    byIds,
  );
  return { sets: namesOf(sets), judged };
}

describe('the smallest sets that suffice', () => {
  it('are nobody at all where nobody need go', () => {
    expect(found(groups(50), () => true)).toEqual({ sets: [''], judged: 1 });
  });

  it('are each alone where one bed is missing, and no larger set is judged', () => {
    const { sets, judged } = found(groups(50), (some) => some.length > 0);
    expect(sets).toEqual(namesOf(groups(50).map((one) => [one])));
    expect(judged).toBeLessThanOrEqual(52);
  });

  it('are everybody where all must go, without trying every set there is', () => {
    const { sets, judged } = found(groups(50), (some) => some.length === 50);
    expect(sets).toEqual(namesOf([groups(50)]));
    expect(judged).toBeLessThanOrEqual(103);
  });

  it('are none where not even everybody is enough, which is seen at once', () => {
    const { sets, judged } = found(groups(50), () => false);
    expect(sets).toEqual([]);
    expect(judged).toBeLessThanOrEqual(52);
  });

  it('have whoever must go in each of them', () => {
    const isEnough = (some: Groups) => some.some(({ id }) => id === '02') && some.length > 1;
    expect(found(groups(4), isEnough).sets).toEqual(['00+02', '01+02', '02+03']);
  });

  it('are the least of many where many beds are missing, and few of all there are get judged', () => {
    const { sets, judged } = found(groups(50), (some) => some.length >= 25);
    expect(sets).toContain(namesOf([groups(25)])[0]);
    expect(judged).toBeLessThan(10_000);
  });

  it('are all there are, and only those, in a unit of ordinary size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 127 }), { maxLength: 6 }), (masks) => {
        const all = groups(7);
        const isIn = (some: Groups, mask: number) =>
          all.every((one, index) => ((mask >> index) & 1) === 0 || some.includes(one));
        const suffices = (some: Groups) => masks.some((mask) => isIn(some, mask));
        const smallest = everySet(all).filter(
          (set) => suffices(set) && set.every((one) => !suffices(set.filter((other) => other !== one))),
        );
        expect(found(all, suffices).sets.sort()).toEqual(namesOf(smallest).sort());
      }),
    );
  });
});

function everySet([first, ...rest]: Groups): Groups[] {
  if (!first) return [[]];
  return everySet(rest).flatMap((set) => [set, [first, ...set]]);
}
