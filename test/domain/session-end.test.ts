import { endsAt, sessionEnd, type SessionFacts } from '../../src/domain/session-end';

const NOON = new Date('2026-03-11T12:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const opened: SessionFacts = {
  kind: 'page',
  openedAs: 'staff',
  role: 'staff',
  lastUsedAt: NOON,
  expiresAt: later(12 * 60),
  opensAt: null,
  closesAt: null,
};

it('ends a page’s session when nothing was done for fifteen minutes', () => {
  expect(sessionEnd(opened, later(14.99))).toBeUndefined();
  expect(sessionEnd(opened, later(15))).toBe('idle');
  expect(endsAt(opened)).toEqual(later(15));
});

it('ends it after twelve hours, whatever is done', () => {
  const busy = { ...opened, lastUsedAt: later(12 * 60 - 1) };
  expect(endsAt(busy)).toEqual(later(12 * 60));
  expect(sessionEnd(busy, later(12 * 60 - 0.1))).toBeUndefined();
  expect(sessionEnd(busy, later(12 * 60))).toBe('too-long');
});

it('ends a program’s only with its time', () => {
  const program = { ...opened, kind: 'program' } as const;
  expect(sessionEnd(program, later(11 * 60))).toBeUndefined();
  expect(sessionEnd(program, later(12 * 60))).toBe('too-long');
});

it('ends with the role it was opened in, and outside the account’s time', () => {
  expect(sessionEnd({ ...opened, role: 'deputy' }, NOON)).toBe('role-changed');
  expect(sessionEnd({ ...opened, openedAs: null, role: 'deputy' }, NOON)).toBeUndefined();
  expect(sessionEnd({ ...opened, opensAt: later(1) }, NOON)).toBe('account-closed');
  expect(sessionEnd({ ...opened, closesAt: NOON }, NOON)).toBe('account-closed');
  expect(sessionEnd({ ...opened, opensAt: NOON, closesAt: later(1) }, NOON)).toBeUndefined();
});
