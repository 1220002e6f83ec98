import fc from 'fast-check';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { cost } from '../../src/domain/cost';
import { formatPounds } from '../../src/domain/money';
import { aClosure, aLedger, aStay } from './a-ledger';
import { aYearUsed, pilotContract, pilotYear } from './a-year';
import { anyLedger } from './any-ledger';

const always = { ...pilotContract, startsOn: '2020-01-01', endsOn: '2030-01-01' };

describe('The cost', () => {
  const pilot = cost(aYearUsed(756), [pilotContract], pilotYear);

  it('of the pilot’s year is £889.88 a night, £467.19 at capacity, £319,556.25 carried by 684 unused', () => {
    expect(pilot).toMatchObject({
      costPence: 67_275_000,
      occupiedNights: 756,
      commissionedNights: 1440,
      costPerNightPence: 88_988,
      costPerNightAtCapacityPence: 46_719,
      unusedNights: 684,
      unusedCostPence: 31_955_625,
    });
    expect(formatPounds(pilot.unusedCostPence)).toBe('£319,556.25');
  });

  it('breaks even where a night costs what it would elsewhere', () => {
    expect(pilot).toMatchObject({ spotPricePence: 70_000, breakEvenOccupancy: 0.6674 });
    const used = Math.round(0.6674 * 1440);
    expect(cost(aYearUsed(used), [pilotContract], pilotYear).costPerNightPence).toBe(70_005);
  });

  it('has no break-even without a spot price, or at one of nothing', () => {
    for (const spotPricePencePerNight of [null, 0]) {
      const contract = { ...pilotContract, spotPricePencePerNight };
      expect(cost([], [contract], pilotYear).breakEvenOccupancy).toBeNull();
    }
  });

  it('per night is no number when there was no night', () => {
    expect(cost([], [pilotContract], pilotYear)).toMatchObject({
      costPerNightPence: null,
      costPerNightAtCapacityPence: 46_719,
      unusedNights: 1440,
      unusedCostPence: 67_275_000,
    });
  });

  it('is nothing, and no cost per night, where there was no contract', () => {
    expect(cost(aYearUsed(10), [], pilotYear)).toEqual({
      costPence: 0,
      occupiedNights: 10,
      commissionedNights: 0,
      costPerNightPence: null,
      costPerNightAtCapacityPence: null,
      spotPricePence: null,
      breakEvenOccupancy: null,
      unusedNights: 0,
      unusedCostPence: 0,
      lost: { soloBlocked: 0, closed: 0, void: 0 },
      awaitedCostPence: 0,
    });
  });

  it('leaves no night unused when more were used than commissioned', () => {
    expect(cost(aYearUsed(1464), [pilotContract], pilotYear)).toMatchObject({
      unusedNights: 0,
      unusedCostPence: 0,
      costPerNightPence: 45_953,
    });
  });

  it('carried by unused nights is shared equally among the beds nobody was in', () => {
    const stays = [aStay('2026-06-01', '2026-06-02', { status: 'completed', solo: true })];
    const closures = [aClosure('2026-06-01', '2026-06-02', { roomId: '2' })];
    const night = { from: '2026-06-01', to: '2026-06-02' };
    const { unusedCostPence, lost } = cost(
      classifyBedNights(aLedger({ stays, closures }), night),
      [always],
      night,
    );
    expect(unusedCostPence).toBe(137_596);
    expect(lost).toEqual({ soloBlocked: 91_731, closed: 45_865, void: 0 });
  });

  it('carried by unused nights is wholly accounted for, to the penny', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(100_000_000), ({ ledger, period }, costPencePerYear) => {
        const beds = classifyBedNights(ledger, period);
        const sums = cost(beds, [{ ...always, costPencePerYear }], period);
        const { soloBlocked, closed, void: empty } = sums.lost;
        const carried = soloBlocked + closed + empty + sums.awaitedCostPence;
        const someEmpty = beds.some((bed) => bed.class !== 'occupied');
        expect(carried).toBe(someEmpty ? sums.unusedCostPence : 0);
        expect(sums.unusedCostPence).toBeLessThanOrEqual(sums.costPence);
      }),
      { numRuns: 1000 },
    );
  });
});
