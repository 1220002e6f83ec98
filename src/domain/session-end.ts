export type SessionEnd = 'idle' | 'too-long' | 'role-changed' | 'account-closed';

export interface SessionFacts {
  /** A page's session ends when nothing is done; a program's only with its time. */
  readonly kind: 'page' | 'program';
  /** The role it was opened in; `null` when nobody wrote it down. */
  readonly openedAs: string | null;
  readonly role: string;
  readonly lastUsedAt: Date;
  /** Twelve hours after it was opened, whatever is done. */
  readonly expiresAt: Date;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

export const IDLE_MINUTES = 15;
/** When people are told that it will end, and how to go on. */
export const WARNED_MINUTES = 13;
export const LONGEST_HOURS = 12;

const MINUTE = 60_000;

type Ending = Pick<SessionFacts, 'kind' | 'lastUsedAt' | 'expiresAt'>;

/** When the session ends if nothing more is done. */
export function endsAt({ kind, lastUsedAt, expiresAt }: Ending): Date {
  if (kind === 'program') return expiresAt;
  return new Date(Math.min(lastUsedAt.getTime() + IDLE_MINUTES * MINUTE, expiresAt.getTime()));
}

/** Why the session is no longer one, or `undefined` while it is. */
export function sessionEnd(facts: SessionFacts, now: Date): SessionEnd | undefined {
  const { openedAs, role, opensAt, closesAt, expiresAt } = facts;
  if ((opensAt && now < opensAt) || (closesAt && now >= closesAt)) return 'account-closed';
  if (openedAs !== null && openedAs !== role) return 'role-changed';
  if (now >= expiresAt) return 'too-long';
  return now >= endsAt(facts) ? 'idle' : undefined;
}
