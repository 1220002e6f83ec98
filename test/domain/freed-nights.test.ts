import { nightsFreed } from '../../src/domain/freed-nights';

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
