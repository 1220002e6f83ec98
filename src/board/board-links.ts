import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { BoardPeriod, Length } from './board-period';
import { LENGTHS } from './board-period';

export interface BoardLinks {
  readonly earlier: string;
  readonly later: string;
  readonly today: string;
  readonly lengths: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly book: string;
}

export function boardLinks(unitId: string, { from, length }: BoardPeriod): BoardLinks {
  return {
    earlier: boardAt(unitId, addDays(from, -length), length),
    later: boardAt(unitId, addDays(from, length), length),
    today: `/board?unit=${unitId}&nights=${length}`,
    lengths: LENGTHS.map((each) => ({
      text: `${each} nights`,
      href: boardAt(unitId, from, each),
      isCurrent: each === length,
    })),
    book: bookIn(unitId),
  };
}

export function bookIn(unitId: string, roomId?: string, on?: CalendarDate): string {
  return `/stays/new?unit=${unitId}${roomId && on ? `&room=${roomId}&from=${on}` : ''}`;
}

export function stayAt(stayId: string): string {
  return `/stays/${stayId}`;
}

function boardAt(unitId: string, from: CalendarDate, length: Length): string {
  return `/board?unit=${unitId}&from=${from}&nights=${length}`;
}
