import type { StayStatus } from './diary';

/** A planned stay that lost its bed to an emergency. */
export interface LostStay {
  readonly stayId: string;
  /** The request by which its nights are to be had after all; `null` while there is none. */
  readonly requestId: string | null;
  /** How many. */
  readonly nights: number;
}

/** A stay that came of such a request. */
export interface StayAnew {
  readonly id: string;
  readonly requestId: string;
  readonly status: StayStatus;
  readonly nights: number;
}

const GIVEN: readonly StayStatus[] = ['confirmed', 'in-residence', 'completed'];

/**
 * The nights one young person lost to emergencies, less those booked for them anew; never below nothing, whatever the
 * period, for what is owed does not lapse with the month. A break lost again is still one break: beds that were only
 * held for a request add nothing to what it owes, and a re-dated stay that is lost in its turn is owed by the request
 * that came of it.
 */
export function nightsOwed(lost: readonly LostStay[], redated: readonly StayAnew[]): number {
  const owedBy = new Map<string, number>();
  for (const { requestId, stayId, nights } of lost) {
    const request = requestId ?? stayId;
    owedBy.set(request, Math.max(nights, owedBy.get(request) ?? 0));
  }
  const lostFor = new Map(lost.map(({ stayId, requestId }) => [stayId, requestId]));
  for (const { id, requestId, status, nights } of redated) {
    const owed = owedBy.get(requestId);
    const isAnothers = status === 'displaced' && (lostFor.get(id) ?? requestId) !== requestId;
    if (owed !== undefined && (GIVEN.includes(status) || isAnothers))
      owedBy.set(requestId, Math.max(0, owed - nights));
  }
  return [...owedBy.values()].reduce((sum, nights) => sum + nights, 0);
}
