import type { Account } from './account.entity';

const LONGEST = 31 * 86_400_000;

type Window = Pick<Account, 'opensAt' | 'closesAt'>;

/**
 * From when until when an account may be used in a role. The independent person of regulation 44 (SI 2015/541) comes for
 * one visit: where nobody gave theirs an end, or a later one, it ends 31 days after it begins.
 */
export function windowIn(role: Account['role'], { opensAt, closesAt }: Window, now: Date): Window {
  if (role !== 'visitor') return { opensAt, closesAt };
  const begins = opensAt ?? now;
  const last = new Date(begins.getTime() + LONGEST);
  return { opensAt: begins, closesAt: closesAt && closesAt < last ? closesAt : last };
}
