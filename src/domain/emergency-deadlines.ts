const POLICE_PROTECTION_MS = 72 * 60 * 60 * 1000;

/** 72 hours by the clock that never stands still, whatever London's does (Children Act 1989, s.46(6)). */
export function policeProtectionEndsAt(startedAt: Date): Date {
  return new Date(startedAt.getTime() + POLICE_PROTECTION_MS);
}
