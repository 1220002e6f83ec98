import type { CalendarDate } from './calendar-date';
import type { NightPage, Presence } from './night-page';

/** One night of a proposed stay; what rules ask of it again and again is worked out once. */
export class AskedNight {
  readonly on: CalendarDate;
  /** Whom the young person would meet, each once, in order of their ids. */
  readonly peerIds: readonly string[];
  /** There are fewer free rooms than young people without one. */
  readonly hasTooFewRooms: boolean;
  /** The young person would be there twice. */
  readonly isDoubled: boolean;

  constructor(
    readonly page: NightPage,
    youngPersonId: string,
    readonly needsSolo: boolean,
    /** Everybody else that night, booked or asked for together with this stay. */
    readonly others: readonly Presence[],
  ) {
    this.on = page.on;
    const ids = new Set(others.map((other) => other.youngPersonId));
    this.isDoubled = ids.delete(youngPersonId);
    this.peerIds = [...ids].sort();
    const alsoAsking = others.filter(({ roomId }) => roomId === undefined).length;
    const free = page.rooms.filter(({ id }) => this.isFree(id)).length;
    this.hasTooFewRooms = free < 1 + alsoAsking;
  }

  isFree(roomId: string): boolean {
    return this.page.roomIsUsable(roomId) && !this.others.some((other) => other.roomId === roomId);
  }
}
