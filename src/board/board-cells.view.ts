import type { BedNight } from '../domain/bed-nights';
import type { CalendarDate } from '../domain/calendar-date';
import { sayNights } from '../domain/say-dates';
import { bedWords, type Reader } from './bed-words';
import { bookIn, stayAt } from './board-links';

/** One cell of the table: a stay across its nights, or one bed free to book. */
export interface Cell {
  readonly span: number;
  readonly tone: string;
  readonly main: string;
  readonly detail: string;
  /** Room and nights, for those who hear the table rather than see it. */
  readonly where: string;
  readonly href: string | undefined;
  readonly beginsMonth: boolean;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
}

interface Run {
  readonly bed: BedNight;
  readonly nights: CalendarDate[];
}

export interface CellSetting extends Reader {
  readonly unitId: string;
  readonly today: CalendarDate;
  /** Nights on which one more young person may come. */
  readonly nightsWithRoom: ReadonlySet<CalendarDate>;
}

export function roomCells(beds: readonly BedNight[], roomName: string, setting: CellSetting): Cell[] {
  return runsOf(beds, setting.today).map((run) => {
    const where = `${roomName}, ${sayNights(run.nights)}`;
    const shape = { span: run.nights.length, where, ...marks(run, setting) };
    return isAhead(run.bed, setting.today)
      ? { ...shape, ...freeCell(run.bed, setting) }
      : { ...shape, ...takenCell(run.bed, setting) };
  });
}

/** A bed from tonight on that nobody has. */
function freeCell({ roomId, on }: BedNight, { unitId, nightsWithRoom, mayBook }: CellSetting) {
  if (!nightsWithRoom.has(on)) return { tone: 'full', main: 'Full', detail: '', href: undefined };
  const href = mayBook ? bookIn(unitId, roomId, on) : undefined;
  return { tone: 'free', main: mayBook ? 'Book' : 'Free', detail: '', href };
}

function takenCell(bed: BedNight, setting: CellSetting) {
  const { main, detail, stayId } = bedWords(bed, setting);
  const tone = bed.class === 'occupied' && bed.kind === 'emergency' ? 'emergency' : bed.class;
  return { tone, main, detail, href: stayId && setting.mayOpenStays ? stayAt(stayId) : undefined };
}

function marks({ bed, nights }: Run, { today }: CellSetting) {
  const isOne = nights.length === 1;
  const weekday = new Date(`${bed.on}T00:00:00Z`).getUTCDay();
  return {
    beginsMonth: bed.on.endsWith('-01'),
    isToday: isOne && bed.on === today,
    isWeekend: isOne && (weekday === 0 || weekday === 6),
  };
}

function runsOf(beds: readonly BedNight[], today: CalendarDate): Run[] {
  const runs: Run[] = [];
  for (const bed of beds) {
    const last = runs.at(-1);
    if (last && sameThing(last.bed, today) === sameThing(bed, today)) last.nights.push(bed.on);
    else runs.push({ bed, nights: [bed.on] });
  }
  return runs;
}

/** Nights with the same answer are one thing on the board; every free bed is its own. */
function sameThing(bed: BedNight, today: CalendarDate): string {
  if (isAhead(bed, today)) return bed.on;
  return JSON.stringify({ ...bed, on: null, sibling: null });
}

function isAhead(bed: BedNight, today: CalendarDate): boolean {
  return bed.class === 'void' && bed.on >= today;
}
