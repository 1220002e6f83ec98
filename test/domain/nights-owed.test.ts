import { nightsOwed, type LostStay, type StayAnew } from '../../src/domain/nights-owed';

const lost = (stayId: string, requestId: string | null, nights = 3): LostStay => ({
  stayId,
  requestId,
  nights,
});

const redated = (
  id: string,
  requestId: string,
  status: StayAnew['status'] = 'confirmed',
  nights = 3,
): StayAnew => ({ id, requestId, status, nights });

describe('nights owed', () => {
  it('are those lost, until they are booked anew', () => {
    expect(nightsOwed([], [])).toBe(0);
    expect(nightsOwed([lost('a', 'r')], [])).toBe(3);
    expect(nightsOwed([lost('a', 'r')], [redated('b', 'r', 'held')])).toBe(3);
    for (const status of ['confirmed', 'in-residence', 'completed'] as const)
      expect(nightsOwed([lost('a', 'r')], [redated('b', 'r', status)])).toBe(0);
  });

  it('are owed again when what was booked anew comes to nothing', () => {
    for (const status of ['cancelled', 'not-arrived'] as const)
      expect(nightsOwed([lost('a', 'r')], [redated('b', 'r', status)])).toBe(3);
  });

  it('are what is missing when fewer were booked, and never below nothing when more were', () => {
    expect(nightsOwed([lost('a', 'r')], [redated('b', 'r', 'confirmed', 1)])).toBe(2);
    expect(nightsOwed([lost('a', 'r')], [redated('b', 'r', 'confirmed', 5)])).toBe(0);
  });

  it('are not made good by the nights of another break, nor more than made good by one', () => {
    const both = [lost('a', 'r'), lost('b', 's', 2)];
    expect(nightsOwed(both, [redated('c', 'r', 'confirmed', 7)])).toBe(2);
    expect(nightsOwed(both, [redated('c', 'another', 'confirmed', 7)])).toBe(5);
  });

  it('are owed once for a break that is lost twice', () => {
    const twice = [lost('a', 'r'), lost('b', 's')];
    expect(nightsOwed(twice, [redated('b', 'r', 'displaced')])).toBe(3);
    expect(nightsOwed(twice, [redated('b', 'r', 'displaced'), redated('c', 's')])).toBe(0);
  });

  it('are not owed twice for beds that were only held', () => {
    const held = [lost('a', 'r'), lost('b', 'r')];
    expect(nightsOwed(held, [redated('b', 'r', 'displaced')])).toBe(3);
    expect(nightsOwed(held, [redated('b', 'r', 'displaced'), redated('c', 'r')])).toBe(0);
  });

  it('are owed for a stay no request has come of', () => {
    expect(nightsOwed([lost('a', null), lost('b', null, 1)], [])).toBe(4);
  });
});
