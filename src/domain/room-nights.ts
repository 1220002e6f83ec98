import type { CalendarDate } from './calendar-date';
import type { LedgerRoom } from './ledger';
import type { Nights } from './nights';

/**
 * At most one thing for each registered room × night, found by the night's place in the list, so that years
 * stay quick. Nights not in the list, or before a room was registered, are passed over.
 */
export class RoomNights<T> {
  private readonly rows: readonly Row<T>[];

  /** @param nights in order. */
  constructor(
    rooms: readonly LedgerRoom[],
    private readonly nights: readonly CalendarDate[],
  ) {
    this.rows = rooms.map(({ id, openFrom }) => {
      const first = openFrom === null ? 0 : this.countBefore(openFrom);
      return { roomId: id, first, things: Array.from<T | undefined>({ length: nights.length }) };
    });
  }

  putWhereEmpty(roomId: string, nights: Nights, thing: T): void {
    const row = this.rowOf(roomId);
    if (row === undefined) return;
    const end = this.countBefore(nights.to);
    for (let index = Math.max(row.first, this.countBefore(nights.from)); index < end; index += 1) {
      row.things[index] ??= thing;
    }
  }

  putAt(roomId: string, index: number, thing: T): void {
    const row = this.rowOf(roomId);
    if (row) row.things[index] = thing;
  }

  /** Everything there is on one night, by room. */
  at(index: number): { roomId: string; thing: T }[] {
    const there: { roomId: string; thing: T }[] = [];
    for (const { roomId, things } of this.rows) {
      const thing = things[index];
      if (thing !== undefined) there.push({ roomId, thing });
    }
    return there;
  }

  emptyAt(index: number): string[] {
    return this.rows
      .filter(({ first, things }) => index >= first && things[index] === undefined)
      .map(({ roomId }) => roomId);
  }

  indexesOf(nights: Nights): number[] {
    const [first, end] = [this.countBefore(nights.from), this.countBefore(nights.to)];
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  }

  /** Room by room, night by night, with `otherwise` where nothing was put. */
  list(otherwise: T): { roomId: string; on: CalendarDate; thing: T }[] {
    return this.rows.flatMap(({ roomId, first, things }) =>
      this.nights
        .slice(first)
        .map((on, index) => ({ roomId, on, thing: things[first + index] ?? otherwise })),
    );
  }

  /** By halving: dates sort as text. */
  private countBefore(date: CalendarDate): number {
    let [low, high] = [0, this.nights.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.nights[middle] ?? date) < date) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private rowOf(roomId: string): Row<T> | undefined {
    return this.rows.find((row) => row.roomId === roomId);
  }
}

interface Row<T> {
  readonly roomId: string;
  /** Nights of the list before the room was registered. */
  readonly first: number;
  readonly things: (T | undefined)[];
}
