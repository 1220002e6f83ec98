import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import { includesNight, listNights } from '../../src/domain/nights';
import type { BedUse, Standing } from '../../src/stays/bed-uses';
import { changesThatFit, type Change } from '../../src/stays/nobody-beside';

const FIRST = '2025-03-10';

/** A bed from night to night of the week; `solo` is what the young person needs. */
function use(bed: number, [from, to]: readonly [number, number], also: Partial<BedUse> = {}): BedUse {
  const who = `child-${bed}`;
  return {
    ...{ stayId: `stay-${bed}`, unitId: 'larch', roomId: `room-${bed}`, bed, youngPersonId: who, party: who },
    ...{ from: addDays(FIRST, from), to: addDays(FIRST, to), solo: true },
    ...also,
  };
}

const beside = (bed: number, nights: readonly [number, number], also: Partial<BedUse> = {}): BedUse =>
  use(bed, nights, { solo: false, ...also });

const changing = (...uses: readonly BedUse[]): Change[] =>
  uses.map((each) => ({ stayId: each.stayId, uses: [each] }));

const spans = (changes: readonly Change[]) =>
  changes.map(({ uses }) =>
    uses.map(({ from, to, solo }) => [Number(from.slice(-2)) - 10, Number(to.slice(-2)) - 10, solo]),
  );

describe('a stay that needs the unit to itself', () => {
  it('has it on every night when nobody is beside', () => {
    expect(spans(changesThatFit(changing(use(1, [0, 7])), []))).toEqual([[[0, 7, true]]]);
    expect(spans(changesThatFit(changing(use(1, [0, 7])), [beside(2, [7, 9])]))).toEqual([[[0, 7, true]]]);
  });

  it('has it on all nights but the one on which somebody is', () => {
    expect(spans(changesThatFit(changing(use(1, [0, 7])), [beside(2, [3, 4])]))).toEqual([
      [
        [0, 3, true],
        [3, 4, false],
        [4, 7, true],
      ],
    ]);
  });

  it('has it beside a sibling of its party, and beside a room that is closed', () => {
    const sibling = beside(2, [0, 7], { party: 'child-1' });
    const closed: Standing = { ...beside(3, [0, 7]), stayId: null, party: 'larch' };
    expect(spans(changesThatFit(changing(use(1, [0, 7])), [sibling, closed]))).toEqual([[[0, 7, true]]]);
  });

  it('shares it with nobody else who needs it: on the nights both are there neither has it', () => {
    expect(spans(changesThatFit(changing(use(1, [0, 4]), use(2, [2, 6])), []))).toEqual([
      [
        [0, 2, true],
        [2, 4, false],
      ],
      [
        [2, 4, false],
        [4, 6, true],
      ],
    ]);
  });

  it('is seen as it is to be, not as it stands', () => {
    expect(spans(changesThatFit(changing(use(1, [0, 7])), [beside(1, [0, 7])]))).toEqual([[[0, 7, true]]]);
  });
});

it('leaves alone a stay that would come beside somebody who has the unit to themselves', () => {
  const alone = use(1, [0, 3]);
  const left = changesThatFit(changing(beside(2, [2, 4]), beside(3, [4, 6])), [alone]);
  expect(left.map(({ stayId }) => stayId)).toEqual(['stay-3']);
});

it('gives the unit to a stay on exactly the nights it needs it and nobody is beside', () => {
  const nights = fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })).map(([a, n]) => [a, a + n] as const);
  const anyone = fc.record({ nights, needsSolo: fc.boolean(), isSibling: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyone, { minLength: 1, maxLength: 4 }), fc.nat(4), (people, changed) => {
      const asked = people.map(({ nights: span, needsSolo, isSibling }, index) =>
        use(index + 1, span, { solo: needsSolo, ...(isSibling ? { party: 'family' } : {}) }),
      );
      const standing = asked.slice(changed).map((each) => ({ ...each, solo: false }));
      const fitting = changesThatFit(changing(...asked.slice(0, changed)), standing);
      const all = [...standing, ...fitting.flatMap(({ uses }) => uses)];
      expect(fitting).toHaveLength(Math.min(changed, people.length));
      for (const need of asked.slice(0, changed))
        for (const on of listNights(need)) {
          const there = all.filter((each) => includesNight(each, on));
          const isAlone = there.every(({ party }) => party === need.party);
          const solo = there.find(({ stayId }) => stayId === need.stayId)?.solo;
          expect([on, solo]).toEqual([on, need.solo && isAlone]);
        }
    }),
  );
});
