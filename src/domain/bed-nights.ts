import type { CalendarDate } from './calendar-date';
import type { ClosureKind, StayKind, StayStatus } from './diary';
import type { EndedBy, Ledger } from './ledger';
import type { Nights } from './nights';

/** One room on one night, in exactly one class: the unit of every sum (domain.md §5). */
export type BedNight = RoomNight & Use;

export interface RoomNight {
  readonly roomId: string;
  readonly on: CalendarDate;
}

export type Use =
  | Occupied
  | (InBed & { readonly class: 'booked' | 'held' })
  | { readonly class: 'closed'; readonly closureKind: ClosureKind }
  | { readonly class: 'solo-blocked'; readonly soloStayId: string }
  | Void;

export interface InBed {
  readonly stayId: string;
  readonly status: StayStatus;
  readonly kind: StayKind;
}

export interface Occupied extends InBed {
  readonly class: 'occupied';
  /** Another young person of the family is in residence the same night. */
  readonly sibling: boolean;
  /** Should have left by then. */
  readonly overdue: boolean;
}

export interface Void {
  readonly class: 'void';
  readonly lost: Loss;
  /** Who cancelled, displaced or did not come, where somebody said. */
  readonly lostBy: EndedBy | null;
  readonly lostStayId: string | null;
}

/** What a void bed-night lost; of several, the first in this list is said. */
export const LOSSES = [
  'arrival-not-recorded',
  'not-arrived',
  'displaced',
  'cancelled-late',
  'never-asked-for',
] as const;
export type Loss = (typeof LOSSES)[number];

export type BedNightClass = BedNight['class'];

/**
 * Every registered room × night of a period, room by room in the ledger's order, nights in order.
 * @param lateUnderDays notice under which a cancellation is late, as it was on the day of cancelling.
 */
export function classifyBedNights(
  ledger: Ledger,
  period: Nights,
  lateUnderDays: (on: CalendarDate) => number = () => 7,
): BedNight[] {
  throw new Error([ledger, period, lateUnderDays].join());
}
