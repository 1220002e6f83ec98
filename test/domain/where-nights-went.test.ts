import fc from 'fast-check';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { bedsTaken, eachNight } from '../../src/domain/each-night';
import { NIGHT_FILTERS, NIGHT_SORTS, nightsOf, sortOf } from '../../src/domain/night-sorts';
import { countNights } from '../../src/domain/nights';
import { tally } from '../../src/domain/tally';
import { waterfall } from '../../src/domain/waterfall';
import { aClosure, aLedger, aStay } from './a-ledger';
import { aYearUsed } from './a-year';
import { anyLedger } from './any-ledger';

const week = { from: '2026-06-01', to: '2026-06-08' };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('The waterfall', () => {
  it('of the pilot’s year goes from 1,464 bed-nights to the 756 that were used', () => {
    expect(waterfall(aYearUsed(756))).toEqual([
      { of: 'all', nights: 1464, left: 1464, isWhole: true },
      { of: 'usable', nights: 1464, left: 1464, isWhole: true },
      { of: 'never-asked-for', nights: 708, left: 756, isWhole: false },
      { of: 'occupied', nights: 756, left: 756, isWhole: true },
    ]);
  });

  it('takes off closed and kept empty first, then what was lost, then what is still to come', () => {
    const stays = [
      aStay('2026-06-01', '2026-06-03', { status: 'completed', solo: true }),
      aStay('2026-06-03', '2026-06-05', { status: 'completed', kind: 'emergency' }),
      aStay('2026-06-05', '2026-06-07', { status: 'cancelled', endedOn: '2026-06-04', room: '2' }),
      aStay('2026-06-07', '2026-06-08', { status: 'not-arrived' }),
    ];
    const closures = [aClosure('2026-06-03', '2026-06-06', { roomId: '4', kind: 'staffing' })];
    const steps = waterfall(classifyBedNights(aLedger({ stays, closures }), week));
    expect(steps.map(({ of, nights, left }) => [of, nights, left])).toEqual([
      ['all', 28, 28],
      ['closed-staffing', 3, 25],
      ['solo-blocked', 6, 19],
      ['usable', 19, 19],
      ['never-asked-for', 12, 7],
      ['cancelled-late', 2, 5],
      ['not-arrived', 1, 4],
      ['occupied', 4, 4],
    ]);
  });

  it('adds up, step by step, to every bed-night there was, and each step is as long as its list', () => {
    fc.assert(
      fc.property(anyLedger, ({ ledger, period }) => {
        const bedNights = classifyBedNights(ledger, period);
        const steps = waterfall(bedNights);
        const [all, used] = [steps.at(0), steps.at(-1)];
        const off = steps.filter(({ isWhole }) => !isWhole);
        expect([all?.nights, used?.of]).toEqual([bedNights.length, 'occupied']);
        expect(sum(off.map(({ nights }) => nights)) + (used?.nights ?? 0)).toBe(bedNights.length);
        let left = bedNights.length;
        for (const step of steps) {
          if (!step.isWhole) left -= step.nights;
          expect([step.of, step.left]).toEqual([step.of, left]);
          expect([step.of, step.nights]).toEqual([step.of, nightsOf(step.of, bedNights).length]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('A bed-night', () => {
  it('is of exactly one sort, and the sorts count what the report counts', () => {
    fc.assert(
      fc.property(anyLedger, ({ ledger, period }) => {
        const bedNights = classifyBedNights(ledger, period);
        const counts = tally(bedNights);
        const of = (...sorts: readonly (typeof NIGHT_FILTERS)[number][]) =>
          sum(sorts.map((sort) => nightsOf(sort, bedNights).length));
        expect(of(...NIGHT_SORTS)).toBe(bedNights.length);
        expect(bedNights.every((bed) => NIGHT_SORTS.includes(sortOf(bed)))).toBe(true);
        expect([
          of('occupied'),
          of('occupied-emergency'),
          of('booked'),
          of('held'),
          of('solo-blocked'),
        ]).toEqual([
          ...[counts.classes.occupied, counts.occupiedEmergency, counts.classes.booked],
          ...[counts.classes.held, counts.classes.soloBlocked],
        ]);
        expect(of('closed-planned', 'closed-repair', 'closed-staffing')).toBe(counts.classes.closed);
        expect(of('cancelled-late')).toBe(counts.voidByLoss.cancelledLate);
      }),
    );
  });
});

describe('Each night', () => {
  it('is there once, in order, and its beds add up to the period', () => {
    fc.assert(
      fc.property(anyLedger, ({ ledger, period }) => {
        const bedNights = classifyBedNights(ledger, period);
        const nights = eachNight(bedNights, period);
        expect(nights).toHaveLength(countNights(period));
        expect(nights.map(({ on }) => on)).toEqual(nights.map(({ on }) => on).toSorted());
        expect(sum(nights.map(({ physicalNights }) => physicalNights))).toBe(bedNights.length);
        const { occupied, booked, held } = tally(bedNights).classes;
        expect(sum(nights.map(bedsTaken))).toBe(occupied + booked + held);
      }),
    );
  });
});
