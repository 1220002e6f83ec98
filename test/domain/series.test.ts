import { nightsFreed } from '../../src/domain/freed-nights';
import { arrivalsOf, judgeInOrder } from '../../src/domain/series';
import { aDiary, aStay, planned } from './a-diary';

describe('a break that repeats', () => {
  it('arrives on its weekday from the first day on, and on the last day too', () => {
    const every = { weekday: 5, everyWeeks: 2, from: '2026-03-13', until: '2026-04-10' };
    expect(arrivalsOf(every)).toEqual(['2026-03-13', '2026-03-27', '2026-04-10']);
    expect(arrivalsOf({ ...every, from: '2026-03-14' })).toEqual(['2026-03-20', '2026-04-03']);
    expect(arrivalsOf({ ...every, from: '2026-03-14', until: '2026-03-19' })).toEqual([]);
  });

  it('counts the nights of the dates before, but not of those that cannot be placed', () => {
    const spans = [1, 2, 3, 4].map((week) => ({
      from: `2025-03-0${week * 2}`,
      to: `2025-03-0${week * 2 + 1}`,
    }));
    const diary = aDiary({
      plans: [planned('ann', { nightsAgreed: 2 })],
      stays: [aStay('dan', 1, '2025-03-04', '2025-03-05')],
    });
    const judged = judgeInOrder(['ann'], spans, [], diary);
    expect(judged.map(({ placeable, findings }) => [placeable, ...findings.map(({ code }) => code)])).toEqual(
      [[true], [false, 'not-assessed'], [true], [false, 'nights-used']],
    );
  });
});

describe('a stay frees', () => {
  const stay = { status: 'confirmed' as const, arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
  const all = { from: '2026-03-13', to: '2026-03-16' };

  it.each([
    ['every night when it is called off', { status: 'cancelled' as const }, [all]],
    ['every night when nobody came', { status: 'not-arrived' as const }, [all]],
    ['every night when it is moved away', { arrivesOn: '2026-03-20', departsOn: '2026-03-22' }, [all]],
    [
      'every night when it ended before the first',
      { status: 'completed' as const, departsOn: '2026-03-13' },
      [all],
    ],
    [
      'the last ones when it is shortened',
      { departsOn: '2026-03-15' },
      [{ from: '2026-03-15', to: '2026-03-16' }],
    ],
    [
      'the first ones when it begins later',
      { arrivesOn: '2026-03-14' },
      [{ from: '2026-03-13', to: '2026-03-14' }],
    ],
    ['nothing when it grows', { departsOn: '2026-03-20' }, []],
    ['nothing when the young person arrives', { status: 'in-residence' as const }, []],
  ])('%s', (_, change, freed) => {
    expect(nightsFreed(stay, { ...stay, ...change })).toEqual(freed);
  });

  it('frees nothing again once it is over', () => {
    const over = { ...stay, status: 'cancelled' as const };
    expect(nightsFreed(over, over)).toEqual([]);
  });
});
