import type { BedNight } from '../domain/bed-nights';
import type { Board } from '../domain/board';
import type { ShownBoard } from './boards.service';

export interface BoardView extends Pick<Board, 'from' | 'to'> {
  readonly unitId: string;
  readonly today: string;
  readonly rooms: readonly RoomOfBoard[];
  readonly nights: readonly NightOfBoard[];
}

interface RoomOfBoard {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly nights: readonly CellOfBoard[];
}

type CellOfBoard = WithoutRoom<BedNight>;
type WithoutRoom<Bed> = Bed extends BedNight ? Omit<Bed, 'roomId'> : never;

interface NightOfBoard {
  readonly on: string;
  readonly free: number;
  readonly conflicts: readonly { readonly code: string; readonly stayIds?: readonly string[] }[];
}

/** @param mayKnow whose stays conflict is for those who may know who stays. */
export function boardView({ ledger, board }: ShownBoard, mayKnow: boolean): BoardView {
  const named = new Map(ledger.rooms.map((room) => [room.id, room]));
  return {
    unitId: ledger.unitId,
    today: ledger.today,
    from: board.from,
    to: board.to,
    rooms: board.rooms.map(({ id, nights }) => ({
      id,
      number: named.get(id)?.number ?? 0,
      name: named.get(id)?.name ?? '',
      nights: nights.map(withoutRoom),
    })),
    nights: board.nights.map(({ on, free, conflicts }) => ({
      on,
      free,
      conflicts: conflicts.map(({ code, stayIds }) => (mayKnow ? { code, stayIds } : { code })),
    })),
  };
}

function withoutRoom<Bed extends BedNight>(bed: Bed): WithoutRoom<Bed> {
  return Object.fromEntries(Object.entries(bed).filter(([name]) => name !== 'roomId')) as WithoutRoom<Bed>;
}
