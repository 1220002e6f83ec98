import { classifyBedNights, type BedNight } from './bed-nights';
import type { CalendarDate } from './calendar-date';
import type { Ledger } from './ledger';
import { listNights, type Nights } from './nights';

/** The board of rooms and nights, as `GET /api/board` answers it. */
export interface Board {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly to: CalendarDate;
  /** A room has no cell for a night before it was registered. */
  readonly rooms: readonly { readonly id: string; readonly nights: readonly BedNight[] }[];
  readonly nights: readonly BoardNight[];
}

interface BoardNight {
  readonly on: CalendarDate;
  /** Beds one more ordinary young person could be given; none on a night that is past. */
  readonly free: number;
  readonly conflicts: readonly Omit<BoardConflict, 'nights'>[];
}

/** Something a manager must settle, on the nights it holds. */
export interface BoardConflict {
  readonly code: string;
  readonly nights: readonly CalendarDate[];
  readonly stayIds: readonly string[];
}

/**
 * @param placesOn registered places on a night.
 * @param lateUnderDays as for the bed-nights.
 */
export function board(
  ledger: Ledger,
  period: Nights,
  conflicts: readonly BoardConflict[],
  placesOn: (night: CalendarDate) => number,
  lateUnderDays?: (on: CalendarDate) => number,
): Board {
  const bedNights = classifyBedNights(ledger, period, lateUnderDays);
  const byRoom = groupBy(bedNights, ({ roomId }) => roomId);
  const byNight = groupBy(bedNights, ({ on }) => on);
  return {
    from: period.from,
    to: period.to,
    rooms: ledger.rooms.map(({ id }) => ({ id, nights: byRoom.get(id) ?? [] })),
    nights: listNights(period).map((on) => ({
      on,
      free: on < ledger.today ? 0 : freeBeds(byNight.get(on) ?? [], placesOn(on)),
      conflicts: conflicts
        .filter(({ nights }) => nights.includes(on))
        .map(({ code, stayIds }) => ({ code, stayIds })),
    })),
  };
}

/** Empty beds, but none that would put one young person more in the house than it is registered for. */
function freeBeds(beds: readonly BedNight[], places: number): number {
  const empty = beds.filter((bed) => bed.class === 'void').length;
  const taken = beds.filter((bed) => 'stayId' in bed).length;
  return Math.max(0, Math.min(empty, places - taken));
}

function groupBy(
  bedNights: readonly BedNight[],
  key: (bed: BedNight) => string,
): ReadonlyMap<string, BedNight[]> {
  const groups = new Map<string, BedNight[]>();
  for (const bed of bedNights) {
    const group = groups.get(key(bed));
    if (group) group.push(bed);
    else groups.set(key(bed), [bed]);
  }
  return groups;
}
