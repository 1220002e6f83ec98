import { weekdayOf } from '../../domain/calendar-date';
import { monthAndYear } from '../../domain/say-dates';
import type { Calendar } from './picture';
import { swatch, type Drawing, type KeyEntry, type Paper, type Shape } from './shapes';

const DAYS = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];
const LEVELS = 4;
const HEAD = 44;
const WEEKS = 6;
/** More than these are told by the darkest and the lightest. */
const MOST_IN_KEY = 8;

type Night = Calendar['nights'][number];

/** Months beside and below each other, a line for each week from Monday, a square for each night. */
export function drawCalendar({ nights, most }: Calendar, { width, isNarrow }: Paper): Drawing {
  const cell = isNarrow ? 22 : 24;
  const [across, down] = [7 * cell + (isNarrow ? 28 : 24), HEAD + WEEKS * cell + 12];
  const inLine = Math.max(1, Math.floor((width + 28) / across));
  const months = byMonth(nights);
  const shapes = months.flatMap((month, index) => {
    const corner = { x: (index % inLine) * across, y: Math.floor(index / inLine) * down };
    return [...head(month, corner, cell), ...month.flatMap((night) => square(night, most, corner, cell))];
  });
  return { width, height: Math.ceil(months.length / inLine) * down, shapes };
}

export function keyOfCalendar({ most, nights }: Calendar): KeyEntry[] {
  const counts = Array.from({ length: most + 1 }, (_, count) => count);
  const shown = most <= MOST_IN_KEY ? counts : [0, most];
  return [
    ...shown.map((count) => swatch(saysBeds(count), { look: look({ count, isAhead: false }, most) })),
    ...(nights.some(({ isAhead }) => isAhead)
      ? [swatch('Still to come', { look: look({ count: 0, isAhead: true }, most) })]
      : []),
  ];
}

function byMonth(nights: readonly Night[]): Night[][] {
  const months = new Map<string, Night[]>();
  for (const night of nights) {
    const month = night.on.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), night]);
  }
  return [...months.values()];
}

function head(month: readonly Night[], { x, y }: { x: number; y: number }, cell: number): Shape[] {
  return [
    { is: 'words', x, y: y + 16, text: monthAndYear(month[0]?.on ?? ''), look: 'sb-words sb-words--strong' },
    ...DAYS.map((text, day): Shape => ({
      ...{ is: 'words', x: x + day * cell + cell / 2, y: y + HEAD - 7 },
      ...{ text, look: 'sb-words sb-words--small sb-words--middle' },
    })),
  ];
}

function square(night: Night, most: number, { x, y }: { x: number; y: number }, cell: number): Shape[] {
  const day = Number(night.on.slice(8));
  const first = (weekdayOf(`${night.on.slice(0, 7)}-01`) + 6) % 7;
  const week = Math.floor((day - 1 + first) / 7);
  const left = x + (weekdayOf(night.on) - 1) * cell;
  const top = y + HEAD + week * cell;
  const level = levelOf(night.count, most);
  return [
    { is: 'box', x: left + 1, y: top + 1, width: cell - 2, height: cell - 2, look: look(night, most) },
    {
      ...{ is: 'words', x: left + cell / 2, y: top + cell / 2 + 5, text: String(night.count) },
      look: `sb-words sb-words--small sb-words--middle sb-heat-words--${level}`,
    },
  ];
}

function look({ count, isAhead }: Pick<Night, 'count' | 'isAhead'>, most: number): string {
  return `sb-heat sb-heat--${levelOf(count, most)}${isAhead ? ' sb-heat--ahead' : ''}`;
}

function levelOf(count: number, most: number): number {
  return most === 0 ? 0 : Math.min(LEVELS, Math.ceil((count / most) * LEVELS));
}

function saysBeds(count: number): string {
  if (count === 0) return 'No bed in use';
  return count === 1 ? '1 bed' : `${count} beds`;
}
