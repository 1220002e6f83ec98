import { daysBetween, laterOf } from './calendar-date';
import type { LedgerRoom } from './ledger';
import { listNights, sharedNights, type Nights } from './nights';

/**
 * At most one thing for each registered room × night of a period. Kept by counting nights from the first,
 * so that years of them stay quick; what falls outside the period or before a room opened is passed over.
 */
export class RoomNights<T> {
  private readonly rows: ReadonlyMap<string, { readonly open: Nights; readonly things: (T | undefined)[] }>;

  constructor(
    rooms: readonly LedgerRoom[],
    private readonly period: Nights,
  ) {
    this.rows = new Map(
      rooms.map(({ id, openFrom }) => {
        const from = openFrom === null ? period.from : laterOf(openFrom, period.from);
        return [id, { open: { from, to: period.to }, things: [] }];
      }),
    );
  }

  putWhereEmpty(roomId: string, nights: Nights, thing: T): void {
    const row = this.rows.get(roomId);
    if (row === undefined) return;
    for (const index of this.indexesOf(sharedNights(nights, row.open))) row.things[index] ??= thing;
  }

  putAt(roomId: string, index: number, thing: T): void {
    const row = this.rows.get(roomId);
    if (row) row.things[index] = thing;
  }

  /** Everything there is on one night, by room. */
  at(index: number): { roomId: string; thing: T }[] {
    return [...this.rows].flatMap(([roomId, { things }]) => {
      const thing = things[index];
      return thing === undefined ? [] : [{ roomId, thing }];
    });
  }

  emptyAt(index: number): string[] {
    return [...this.rows]
      .filter(([, { open, things }]) => things[index] === undefined && index >= this.indexOf(open))
      .map(([roomId]) => roomId);
  }

  /** How many nights into the period each of these is. */
  indexesOf(nights: Nights | undefined): number[] {
    const shared = nights && sharedNights(nights, this.period);
    if (shared === undefined) return [];
    const first = this.indexOf(shared);
    return Array.from({ length: daysBetween(shared.from, shared.to) }, (_, index) => first + index);
  }

  /** Room by room, night by night, with `otherwise` where nothing was put. */
  list(otherwise: T): { roomId: string; on: string; thing: T }[] {
    const nights = listNights(this.period);
    return [...this.rows].flatMap(([roomId, { open, things }]) => {
      const first = this.indexOf(open);
      return nights
        .slice(first)
        .map((on, index) => ({ roomId, on, thing: things[first + index] ?? otherwise }));
    });
  }

  private indexOf(nights: Nights): number {
    return daysBetween(this.period.from, nights.from);
  }
}
