/** Wrong passwords in a row, for one user name or from one address. */
export interface Tries {
  readonly wrong: number;
  readonly lastAt: Date;
  /** Nothing is tried before. */
  readonly lockedUntil: Date | null;
}

export type TriedBy = 'account' | 'address';

const MINUTE = 60_000;
const FORGOTTEN_AFTER = 60 * MINUTE;
const LONGEST = 15;

/** Five for a name, then a delay that doubles; a whole office may come from one address. */
const FREE: Readonly<Record<TriedBy, number>> = { account: 5, address: 100 };

/** How things stand after one more wrong password. An hour without one, and they begin anew. */
export function afterAnotherTry(by: TriedBy, before: Tries | undefined, now: Date): Tries {
  const isForgotten = !before || now.getTime() - before.lastAt.getTime() >= FORGOTTEN_AFTER;
  const wrong = isForgotten ? 1 : before.wrong + 1;
  const minutes = lockMinutes(by, wrong);
  const lockedUntil = minutes > 0 ? new Date(now.getTime() + minutes * MINUTE) : null;
  return { wrong, lastAt: now, lockedUntil };
}

/** How long nothing is tried after so many wrong ones, in minutes. */
export function lockMinutes(by: TriedBy, wrong: number): number {
  const over = wrong - FREE[by];
  if (over < 0) return 0;
  return by === 'address' ? LONGEST : Math.min(LONGEST, 2 ** over);
}
