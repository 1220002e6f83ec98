import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import { splitPeriod } from '../../src/domain/periods';
import {
  commissionedNights,
  contractCost,
  splitExactly,
  spotPrice,
  type Contract,
} from '../../src/domain/prorate';
import { Ratio } from '../../src/domain/ratio';

const pilot: Contract = {
  startsOn: '2015-07-01',
  endsOn: '2018-07-01',
  nightsPerYear: 1440,
  costPencePerYear: 67_275_000,
  spotPricePencePerNight: 70_000,
};

describe('A contract year', () => {
  it('gives exactly the year’s nights and cost, with 29 February in it or without', () => {
    for (const from of ['2015-07-01', '2016-07-01']) {
      const year = { from, to: `${Number(from.slice(0, 4)) + 1}-07-01` };
      expect(commissionedNights([pilot], year)).toEqual(Ratio.of(1440));
      expect(contractCost([pilot], year)).toEqual(Ratio.of(67_275_000));
    }
  });

  it('gives each of its days the same', () => {
    expect(commissionedNights([pilot], { from: '2016-02-29', to: '2016-03-01' })).toEqual(
      Ratio.of(1440, 366),
    );
    expect(commissionedNights([pilot], { from: '2016-12-31', to: '2017-01-01' })).toEqual(
      Ratio.of(1440, 365),
    );
  });

  it('that starts on 29 February ends on the last day of the next', () => {
    const leap = { ...pilot, startsOn: '2016-02-29', endsOn: '2021-01-01' };
    expect(commissionedNights([leap], { from: '2016-02-29', to: '2017-03-01' })).toEqual(Ratio.of(1440));
    expect(commissionedNights([leap], { from: '2016-02-29', to: '2020-02-29' })).toEqual(Ratio.of(4 * 1440));
  });

  it('cut short gives only its days', () => {
    const half = { ...pilot, endsOn: '2015-12-31' };
    expect(commissionedNights([half], { from: '2010-01-01', to: '2030-01-01' })).toEqual(
      Ratio.of(1440 * 183, 366),
    );
  });
});

describe('Days without a contract', () => {
  it('give no nights and cost nothing', () => {
    expect(commissionedNights([pilot], { from: '2014-01-01', to: '2015-07-01' })).toEqual(Ratio.ZERO);
    expect(contractCost([], { from: '2015-07-01', to: '2016-07-01' })).toEqual(Ratio.ZERO);
  });
});

describe('The spot price', () => {
  const next = { ...pilot, startsOn: '2018-07-01', endsOn: '2019-07-01', nightsPerYear: 720 };
  const both = { from: '2017-07-01', to: '2019-07-01' };

  it('over several contracts is weighted by the nights they bought', () => {
    expect(spotPrice([pilot, { ...next, spotPricePencePerNight: 100_000 }], both)).toEqual(Ratio.of(80_000));
  });

  it('leaves out a contract that names none, and is unknown where none does', () => {
    const silent = { ...next, spotPricePencePerNight: null };
    expect(spotPrice([pilot, silent], both)).toEqual(Ratio.of(70_000));
    expect(spotPrice([silent], both)).toBeNull();
  });
});

describe('A period', () => {
  it('is cut at Mondays, its first and last week short', () => {
    expect(splitPeriod({ from: '2026-12-31', to: '2027-01-12' }, 'week')).toEqual([
      { from: '2026-12-31', to: '2027-01-04' },
      { from: '2027-01-04', to: '2027-01-11' },
      { from: '2027-01-11', to: '2027-01-12' },
    ]);
  });

  it('is cut at the 1st of each month, over the end of the year and 29 February', () => {
    expect(splitPeriod({ from: '2023-12-15', to: '2024-03-01' }, 'month')).toEqual([
      { from: '2023-12-15', to: '2024-01-01' },
      { from: '2024-01-01', to: '2024-02-01' },
      { from: '2024-02-01', to: '2024-03-01' },
    ]);
  });

  it('of no nights has no parts', () => {
    expect(splitPeriod({ from: '2026-06-10', to: '2026-06-10' }, 'month')).toEqual([]);
  });

  it('loses nothing by being cut, wherever it is', () => {
    const days = fc.integer({ min: -400, max: 1600 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom('month', 'week'),
        (start, length, by) => {
          const from = addDays('2015-07-01', start);
          const period = { from, to: addDays(from, length) };
          const parts = splitPeriod(period, by).map((part) => contractCost([pilot], part));
          expect(Ratio.sum(parts)).toEqual(contractCost([pilot], period));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('A sum split into parts', () => {
  it('gives what is left over to the largest remainders, of equals to the earliest', () => {
    expect(
      splitExactly(
        [1, 1, 1].map((part) => Ratio.of(part, 3)),
        2,
        1,
      ),
    ).toEqual([0.34, 0.33, 0.33]);
    expect(splitExactly([Ratio.of(5, 4), Ratio.of(7, 4)], 0, 3)).toEqual([1, 2]);
  });

  it('loses no unit and moves no part by a whole one', () => {
    const parts = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 400 })), { maxLength: 60 });
    fc.assert(
      fc.property(parts, (given) => {
        const exact = given.map(([numerator, denominator]) => Ratio.of(numerator, denominator));
        const total = Number(Ratio.sum(exact).plus(Ratio.of(1, 2)).floor());
        const split = splitExactly(exact, 0, total);
        expect(split.reduce((sum, part) => sum + part, 0)).toBe(total);
        split.forEach((part, index) => {
          const [numerator = 0, denominator = 1] = given[index] ?? [];
          expect(Math.abs(part - numerator / denominator)).toBeLessThan(1);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
