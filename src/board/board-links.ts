import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Doing } from './doing';
import type { BoardPeriod, Length } from './board-period';
import { LENGTHS } from './board-period';

export interface BoardLinks {
  readonly earlier: string;
  readonly later: string;
  readonly today: string;
  readonly lengths: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly book: string;
  /** These nights alone, with the stay in hand: for a board that is open. */
  readonly live: string;
}

const WEEKS: Readonly<Record<Length, string>> = {
  7: '1 week',
  14: '2 weeks',
  28: '4 weeks',
  91: '13 weeks',
};

export function boardLinks(
  unitId: string,
  { from, length }: BoardPeriod,
  inHand?: { readonly stayId: string; readonly doing: Doing | undefined },
): BoardLinks {
  return {
    earlier: boardAt(unitId, { from: addDays(from, -length), length }),
    later: boardAt(unitId, { from: addDays(from, length), length }),
    today: `/board?unit=${unitId}&nights=${length}`,
    lengths: LENGTHS.map((each) => ({
      text: WEEKS[each],
      href: boardAt(unitId, { from, length: each }),
      isCurrent: each === length,
    })),
    book: bookIn(unitId),
    live: `${boardAt(unitId, { from, length }).replace('/board', '/board/live')}${inHand ? handed(inHand.stayId, inHand.doing) : ''}`,
  };
}

export function bookIn(unitId: string, roomId?: string, on?: CalendarDate): string {
  return `/stays/new?unit=${unitId}${roomId && on ? `&room=${roomId}&from=${on}` : ''}`;
}

export function stayAt(stayId: string): string {
  return `/stays/${stayId}`;
}

/** The board with one stay in hand, and what is to be done with it. */
export function chosenAt(
  unitId: string,
  period: Pick<BoardPeriod, 'from' | 'length'>,
  stayId: string,
  doing?: Doing,
): string {
  return `${boardAt(unitId, period)}${handed(stayId, doing)}#chosen`;
}

function handed(stayId: string, doing: Doing | undefined): string {
  return `&stay=${stayId}${doing ? `&doing=${doing}` : ''}`;
}

function boardAt(unitId: string, { from, length }: Pick<BoardPeriod, 'from' | 'length'>): string {
  return `/board?unit=${unitId}&from=${from}&nights=${length}`;
}
