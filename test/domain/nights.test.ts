import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import {
  countNights,
  includesNight,
  listNights,
  sharedNights,
  shareANight,
  spanOf,
} from '../../src/domain/nights';

const span = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }))
  .map(([start, length]) => {
    const from = addDays('2024-02-15', start);
    return { from, to: addDays(from, length) };
  });

describe('Nights', () => {
  it('are counted by their evenings: the day of leaving is not one', () => {
    expect(countNights({ from: '2026-06-10', to: '2026-06-12' })).toBe(2);
    expect(listNights({ from: '2026-06-10', to: '2026-06-12' })).toEqual(['2026-06-10', '2026-06-11']);
  });

  it('are as many over a clock change as over any other weekend', () => {
    expect(countNights({ from: '2026-03-27', to: '2026-03-30' })).toBe(3);
    expect(countNights({ from: '2026-10-23', to: '2026-10-26' })).toBe(3);
  });

  it('are none when the end is not after the start', () => {
    expect(countNights({ from: '2026-06-10', to: '2026-06-10' })).toBe(0);
    expect(listNights({ from: '2026-06-10', to: '2026-06-09' })).toEqual([]);
  });

  it('let one young person arrive the day another leaves', () => {
    expect(
      shareANight({ from: '2026-06-10', to: '2026-06-12' }, { from: '2026-06-12', to: '2026-06-14' }),
    ).toBe(false);
    expect(
      shareANight({ from: '2026-06-10', to: '2026-06-13' }, { from: '2026-06-12', to: '2026-06-14' }),
    ).toBe(true);
  });

  it('span from the first of any to the last of any', () => {
    expect(
      spanOf(
        { from: '2026-06-10', to: '2026-06-12' },
        { from: '2026-06-20', to: '2026-06-21' },
        { from: '2026-06-01', to: '2026-06-02' },
      ),
    ).toEqual({ from: '2026-06-01', to: '2026-06-21' });
  });

  it('are shared when, and only when, some night is in both', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const both = listNights(a).filter((on) => includesNight(b, on));
        const shared = sharedNights(a, b);
        expect(shared ? listNights(shared) : []).toEqual(both);
        expect(shareANight(a, b)).toBe(both.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
