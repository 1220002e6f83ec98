import type { CalendarDate } from './calendar-date';
import type { BedNightClass, Loss } from './bed-nights';
import type { ClosureKind, StayKind, StayStatus } from './diary';
import type { Ledger } from './ledger';
import type { Nights } from './nights';

/** The board of rooms and nights, as `GET /api/board` answers it. */
export interface Board {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly to: CalendarDate;
  readonly rooms: readonly { readonly id: string; readonly nights: readonly BoardCell[] }[];
  readonly nights: readonly BoardNight[];
}

/** One room on one night; a room has none for the nights before it was registered. */
export interface BoardCell {
  readonly on: CalendarDate;
  readonly class: BedNightClass;
  readonly stayId?: string;
  readonly status?: StayStatus;
  readonly kind?: StayKind;
  readonly overdue?: boolean;
  readonly closureKind?: ClosureKind;
  readonly soloStayId?: string;
  readonly lost?: Loss;
  readonly lostStayId?: string;
}

export interface BoardNight {
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

/** @param placesOn registered places on a night. */
export function board(
  ledger: Ledger,
  period: Nights,
  conflicts: readonly BoardConflict[],
  placesOn: (night: CalendarDate) => number,
): Board {
  throw new Error([ledger, period, conflicts, placesOn].join());
}
