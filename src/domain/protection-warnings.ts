import { hoursAfter } from './emergency-deadlines';

/** How long before police protection ends its manager is told again. */
const WARNED_HOURS_BEFORE = [24, 4] as const;

export type ProtectionWarning = `${(typeof WARNED_HOURS_BEFORE)[number]}-hours-left` | 'ended';

/** The one that is true now, when there is one: after a silence nobody is told that what has ended is about to. */
export function protectionWarning(endsAt: Date, now: Date): ProtectionWarning | undefined {
  if (endsAt <= now) return 'ended';
  const hours = WARNED_HOURS_BEFORE.findLast((before) => hoursAfter(endsAt, -before) <= now);
  return hours && `${hours}-hours-left`;
}
