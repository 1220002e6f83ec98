import type { CalendarDate } from './calendar-date';
import { claimsOf, type Claim } from './claims';
import type { Closure, ClosureKind, StayKind, StayStatus } from './diary';
import type { EndedBy, Ledger } from './ledger';
import { bedsLost, lossesOf, type Loss, type LostNights } from './losses';
import { listNights, type Nights } from './nights';
import { RoomNights } from './room-nights';

/** One room on one night, in exactly one class: the unit of every sum (domain.md §5). */
export type BedNight = RoomNight & Use;

interface RoomNight {
  readonly roomId: string;
  readonly on: CalendarDate;
}

type Use =
  | Occupied
  | (InBed & { readonly class: 'booked' | 'held' })
  | { readonly class: 'closed'; readonly closureKind: ClosureKind }
  | { readonly class: 'solo-blocked'; readonly soloStayId: string }
  | Void;

interface InBed {
  readonly stayId: string;
  readonly status: StayStatus;
  readonly kind: StayKind;
}

interface Occupied extends InBed {
  readonly class: 'occupied';
  /** Another young person of the family is in residence the same night. */
  readonly sibling: boolean;
  /** Should have left by then. */
  readonly overdue: boolean;
}

interface Void {
  readonly class: 'void';
  readonly lost: Loss;
  /** Who cancelled, displaced or did not come, where somebody said. */
  readonly lostBy: EndedBy | null;
  readonly lostStayId: string | null;
}

/**
 * Every registered room × night of a period, room by room in the ledger's order, nights in order.
 * @param lateUnderDays notice under which a cancellation is late, as it was on the day of cancelling.
 */
export function classifyBedNights(
  ledger: Ledger,
  period: Nights,
  lateUnderDays: (on: CalendarDate) => number = () => 7,
): BedNight[] {
  const nights = listNights(period);
  const beds = new RoomNights<Claim>(ledger.rooms, nights);
  for (const claim of claimsOf(ledger.stays, period, ledger.today)) {
    beds.putWhereEmpty(claim.roomId, claim.nights, claim);
  }
  const uses = new RoomNights<Use>(ledger.rooms, nights);
  putStays(uses, beds, nights);
  putClosures(uses, ledger);
  putSoloBlocked(uses, beds, nights);
  putLosses(uses, lossesOf(ledger.stays, period, ledger.today, lateUnderDays));
  return uses.list(NEVER_ASKED_FOR).map(({ roomId, on, thing }) => ({ roomId, on, ...thing }));
}

/** In use, or to be: somebody was there, is booked or has it held. */
export function isTaken(bed: BedNight): bed is BedNight & InBed {
  return bed.class === 'occupied' || bed.class === 'booked' || bed.class === 'held';
}

function putStays(uses: RoomNights<Use>, beds: RoomNights<Claim>, nights: readonly CalendarDate[]): void {
  for (const index of nights.keys()) {
    const claims = beds.at(index);
    const there = claims.map(({ thing }) => thing).filter((claim) => claim.class === 'occupied');
    for (const { roomId, thing } of claims) uses.putAt(roomId, index, inBed(thing, there));
  }
}

function inBed({ stay, class: kindOfUse, overdue }: Claim, there: readonly Claim[]): Use {
  const use = { stayId: stay.id, status: stay.status, kind: stay.kind };
  if (kindOfUse !== 'occupied') return { class: kindOfUse, ...use };
  const sibling = there.some(
    (other) => other.stay.familyId === stay.familyId && other.stay.youngPersonId !== stay.youngPersonId,
  );
  return { class: 'occupied', ...use, sibling, overdue };
}

/** Of several closures, the one that began first is what closed the bed. */
function putClosures(uses: RoomNights<Use>, { rooms, closures }: Ledger): void {
  const firstBegun = closures.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const { roomId, nights, kind } of firstBegun) {
    const closed = roomId === null ? rooms.map(({ id }) => id) : [roomId];
    for (const id of closed) uses.putWhereEmpty(id, nights, { class: 'closed', closureKind: kind });
  }
}

function putSoloBlocked(
  uses: RoomNights<Use>,
  beds: RoomNights<Claim>,
  nights: readonly CalendarDate[],
): void {
  for (const index of nights.keys()) {
    const solo = beds.at(index).find(({ thing }) => thing.solo);
    if (solo === undefined) continue;
    for (const roomId of uses.emptyAt(index)) {
      uses.putAt(roomId, index, { class: 'solo-blocked', soloStayId: solo.thing.stay.id });
    }
  }
}

/** A stay that had a room explains that bed, unless it was used again; one that never had, any empty bed. */
function putLosses(uses: RoomNights<Use>, losses: readonly LostNights[]): void {
  for (const loss of losses) {
    for (const { roomId, nights } of bedsLost(loss)) uses.putWhereEmpty(roomId, nights, lostBed(loss));
  }
  for (const loss of losses.filter(({ stay }) => stay.lodgings.length === 0)) {
    for (const index of uses.indexesOf(loss.nights)) {
      const [roomId] = uses.emptyAt(index);
      if (roomId !== undefined) uses.putAt(roomId, index, lostBed(loss));
    }
  }
}

function lostBed({ stay, lost }: LostNights): Void {
  return { class: 'void', lost, lostBy: stay.endedBy, lostStayId: stay.id };
}

function key({ id, nights }: Closure): string {
  return `${nights.from} ${id}`;
}

const NEVER_ASKED_FOR: Void = { class: 'void', lost: 'never-asked-for', lostBy: null, lostStayId: null };
