import { waitAfter } from '../../src/domain/tries';

it('waits four times as long after each try, never more than six hours, and gives up after the eighth', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => {
    const wait = waitAfter(tries);
    return wait === undefined ? 'gives up' : wait / 60_000;
  });
  expect(minutes).toEqual([0.5, 2, 8, 32, 128, 360, 360, 'gives up']);
});
