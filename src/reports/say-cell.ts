import { isCalendarDate } from '../domain/calendar-date';
import { formatPounds } from '../domain/money';
import { sayDate } from '../domain/say-dates';
import { sayCount, sayShare } from '../domain/say-numbers';
import type { Cell } from '../domain/table';

/** A column of a table, and what kind of thing is in it. */
export interface Column {
  readonly name: string;
  readonly as: 'text' | 'night' | 'count' | 'share' | 'pounds';
}

/** A cell as it stands on a page; money comes in pence. */
export function sayCell(cell: Cell, column: Column | undefined): string {
  if (cell === null) return 'none';
  if (typeof cell === 'string') return column?.as === 'night' && isCalendarDate(cell) ? sayDate(cell) : cell;
  if (column?.as === 'pounds') return formatPounds(cell);
  return column?.as === 'share' ? sayShare(cell) : sayCount(cell);
}
