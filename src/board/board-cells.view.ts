import type { BedNight } from '../domain/bed-nights';
import { isWeekend, type CalendarDate } from '../domain/calendar-date';
import { sayNights } from '../domain/say-dates';
import { bedWords, type BedWords, type Reader } from './bed-words';
import { bookIn } from './board-links';
import type { Target } from './targets.view';

/** One cell of the table: a stay across its nights, or one bed free to book. */
export interface Cell extends BedWords {
  readonly span: number;
  readonly tone: string;
  /** Room and nights, for those who hear the table rather than see it. */
  readonly where: string;
  readonly href: string | undefined;
  /** What a manager must settle about the stay. */
  readonly wrong?: string | undefined;
  /** The stay in hand. */
  readonly isChosen?: boolean;
  /** Where the stay in hand could go. */
  readonly target?: Target | undefined;
  /** A stay that may be dragged elsewhere. */
  readonly stayId?: string | undefined;
  readonly beginsMonth: boolean;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
}

/** Neighbouring nights that are one thing. */
type Run = [BedNight, ...BedNight[]];

export interface CellSetting extends Reader {
  readonly unitId: string;
  readonly today: CalendarDate;
  /** Nights on which one more young person may come. */
  readonly nightsWithRoom: ReadonlySet<CalendarDate>;
  /** By stay, in a few words. */
  readonly wrongStays: ReadonlyMap<string, string>;
  readonly chosenId: string | undefined;
  readonly targets: ReadonlyMap<string, Target>;
  /** Where choosing a stay leads. */
  readonly hrefOf: (stayId: string) => string;
}

export function roomCells(beds: readonly BedNight[], roomName: string, setting: CellSetting): Cell[] {
  return runsOf(beds, setting.today).map((run) => {
    const [first] = run;
    const where = `${roomName}, ${sayNights(run.map(({ on }) => on))}`;
    const shape = { span: run.length, where, ...marks(run, setting) };
    return isAhead(first, setting.today)
      ? { ...shape, ...freeCell(first, setting) }
      : { ...shape, ...takenCell(run.find(isOverdue) ?? first, setting) };
  });
}

/** A bed from tonight on that nobody has. */
function freeCell({ roomId, on }: BedNight, { unitId, nightsWithRoom, mayBook }: CellSetting) {
  if (!nightsWithRoom.has(on)) return { tone: 'full', main: 'Full', state: 'no place left', href: undefined };
  const href = mayBook ? bookIn(unitId, roomId, on) : undefined;
  return { tone: 'free', main: mayBook ? 'Book' : 'Free', href };
}

function takenCell(bed: BedNight, setting: CellSetting) {
  const words = bedWords(bed, setting);
  const tone = bed.class === 'occupied' && bed.kind === 'emergency' ? 'emergency' : bed.class;
  const stayId = explainedBy(bed);
  const ofStay = 'stayId' in bed ? bed.stayId : undefined;
  return {
    ...{ tone, ...words },
    wrong: setting.wrongStays.get(ofStay ?? ''),
    isChosen: ofStay !== undefined && ofStay === setting.chosenId,
    target: setting.targets.get(ofStay ?? ''),
    stayId: ofStay,
    href: stayId && setting.mayOpenStays ? setting.hrefOf(stayId) : undefined,
  };
}

function marks(run: Run, { today }: CellSetting) {
  const [{ on }, ...others] = run;
  const isOne = others.length === 0;
  return {
    beginsMonth: on.endsWith('-01'),
    isToday: isOne && on === today,
    isWeekend: isOne && isWeekend(on),
  };
}

function runsOf(beds: readonly BedNight[], today: CalendarDate): Run[] {
  const runs: Run[] = [];
  for (const bed of beds) {
    const last = runs.at(-1);
    if (last && sameThing(last[0], today) === sameThing(bed, today)) last.push(bed);
    else runs.push([bed]);
  }
  return runs;
}

/** A stay is one thing, whether it is there, overdue or still to come; every free bed is its own. */
function sameThing(bed: BedNight, today: CalendarDate): string {
  if (isAhead(bed, today)) return bed.on;
  return 'stayId' in bed ? bed.stayId : JSON.stringify({ ...bed, on: null });
}

function isAhead(bed: BedNight, today: CalendarDate): boolean {
  return bed.class === 'void' && bed.on >= today;
}

function isOverdue(bed: BedNight): boolean {
  return bed.class === 'occupied' && bed.overdue;
}

function explainedBy(bed: BedNight): string | null {
  if (bed.class === 'closed') return null;
  if (bed.class === 'solo-blocked') return bed.soloStayId;
  return bed.class === 'void' ? bed.lostStayId : bed.stayId;
}
