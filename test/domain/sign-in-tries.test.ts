import { afterAnotherTry, lockMinutes, type Tries, type TriedBy } from '../../src/domain/sign-in-tries';

const NOON = new Date('2026-03-11T12:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

function tried(by: TriedBy, times: number): Tries {
  let tries: Tries | undefined;
  for (let time = 0; time < times; time += 1) tries = afterAnotherTry(by, tries, NOON);
  return tries ?? { wrong: 0, lastAt: NOON, lockedUntil: null };
}

it('lets five wrong passwords for a name pass, then waits twice as long each time, fifteen minutes at most', () => {
  expect([1, 4, 5, 6, 7, 8, 9, 50].map((wrong) => lockMinutes('account', wrong))).toEqual([
    0, 0, 1, 2, 4, 8, 15, 15,
  ]);
  expect(tried('account', 4).lockedUntil).toBeNull();
  expect(tried('account', 5).lockedUntil).toEqual(later(1));
});

it('lets a hundred pass from one address: a whole office may come from it', () => {
  expect([99, 100, 101].map((wrong) => lockMinutes('address', wrong))).toEqual([0, 15, 15]);
});

it('forgets them after an hour without one', () => {
  expect(afterAnotherTry('account', tried('account', 7), later(59)).wrong).toBe(8);
  expect(afterAnotherTry('account', tried('account', 7), later(60))).toEqual({
    ...{ wrong: 1, lastAt: later(60), lockedUntil: null },
  });
});
