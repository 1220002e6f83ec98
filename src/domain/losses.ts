import { daysBetween, earlierOf, type CalendarDate } from './calendar-date';
import type { LedgerStay } from './ledger';
import { sharedNights, shareANight, type Nights } from './nights';

/** What a void bed-night lost; of several, the first in this list is said. */
const LOSSES = [
  'arrival-not-recorded',
  'not-arrived',
  'displaced',
  'cancelled-late',
  'never-asked-for',
] as const;
export type Loss = (typeof LOSSES)[number];

/** Nights a stay was to use and did not, too late for anyone else to be asked. */
export interface LostNights {
  readonly stay: LedgerStay;
  readonly lost: Exclude<Loss, 'never-asked-for'>;
  readonly nights: Nights;
}

/** Every loss in a period, in the order in which they explain an empty bed. */
export function lossesOf(
  stays: readonly LedgerStay[],
  period: Nights,
  today: CalendarDate,
  lateUnderDays: (on: CalendarDate) => number,
): LostNights[] {
  const losses = stays.flatMap((stay) => {
    const lost = lossOf(stay, lateUnderDays);
    if (lost === undefined) return [];
    const { from, to } = stay.nights;
    const nights = { from, to: lost === 'arrival-not-recorded' ? earlierOf(to, today) : to };
    return shareANight(nights, period) ? [{ stay, lost, nights }] : [];
  });
  return losses.sort((a, b) => LOSSES.indexOf(a.lost) - LOSSES.indexOf(b.lost) || byId(a.stay, b.stay));
}

/** The beds a loss left empty; none when the stay never took a room. */
export function bedsLost({ stay, nights }: LostNights): { roomId: string; nights: Nights }[] {
  return stay.lodgings.flatMap((lodging) => {
    const shared = sharedNights(lodging.nights, nights);
    return shared ? [{ roomId: lodging.roomId, nights: shared }] : [];
  });
}

/** Given up with less notice than the unit counts as late on that day. */
export function isLate(
  { endedOn, nights }: Pick<LedgerStay, 'endedOn' | 'nights'>,
  lateUnderDays: (on: CalendarDate) => number,
): boolean {
  return endedOn !== null && daysBetween(endedOn, nights.from) < lateUnderDays(endedOn);
}

function lossOf(
  { status, endedOn, nights }: LedgerStay,
  lateUnderDays: (on: CalendarDate) => number,
): LostNights['lost'] | undefined {
  if (status === 'confirmed') return 'arrival-not-recorded';
  if (status === 'not-arrived' || status === 'displaced') return status;
  if (status !== 'cancelled' || endedOn === null) return undefined;
  return isLate({ endedOn, nights }, lateUnderDays) ? 'cancelled-late' : undefined;
}

function byId(a: LedgerStay, b: LedgerStay): number {
  return a.id < b.id ? -1 : 1;
}
