import { undoUntil, whyNotUndo, type Undo } from '../../src/domain/undoing';

const madeAt = new Date('2026-03-11T12:00:00Z');
const change: Undo = { action: 'room', madeAt, isLatest: true, isTold: false };
const minutesLater = (minutes: number) => new Date(madeAt.getTime() + minutes * 60_000);

it('lets a change be taken back for ten minutes', () => {
  expect(whyNotUndo(change, minutesLater(9.9))).toBeUndefined();
  expect(whyNotUndo(change, minutesLater(10))).toMatch(/^That was more than 10 minutes ago/);
  expect(undoUntil(madeAt)).toEqual(minutesLater(10));
});

it('takes nothing back that was changed again, or that somebody was told of', () => {
  expect(whyNotUndo({ ...change, isLatest: false }, madeAt)).toMatch(/changed again since/);
  expect(whyNotUndo({ ...change, isTold: true }, madeAt)).toMatch(/has been told of it/);
});

it('says so when there is nothing to take back', () => {
  expect(whyNotUndo(undefined, madeAt)).toMatch(/^Nothing was changed here/);
});
