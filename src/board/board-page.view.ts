import { addDays, type CalendarDate } from '../domain/calendar-date';
import { sayDays } from '../domain/say-dates';
import type { UnitLedger } from '../domain/unit-ledger';
import type { ChosenUnit } from '../units/unit-choice.service';
import { settleMarks, toSettle, type ToSettle } from './board-conflicts.view';
import { roomCells, type Cell } from './board-cells.view';
import { dayColumns, monthColumns, type Day } from './board-columns.view';
import { boardHead, type Figure, type YearFigures } from './board-head.view';
import { boardLinks, type BoardLinks } from './board-links';
import type { BoardPeriod } from './board-period';
import type { ShownBoard } from './boards.service';
import type { Reader } from './bed-words';
import { chosenPanel, type ChosenPanel, type InHand } from './chosen-stay.view';
import { chosenAt, stayAt } from './board-links';
import { bedsTaken, type BedsTaken } from './beds-taken.view';
import { sideLists, type SideList } from './board-side.view';
import type { BoardSide } from './board-sides.service';
import { NO_TARGETS, targetsOf, type Target } from './targets.view';

export interface BoardPage {
  readonly title: string;
  readonly wide: true;
  readonly unit: ChosenUnit['unit'];
  readonly units: ChosenUnit['units'];
  readonly mayBook: boolean;
  readonly links: BoardLinks;
  readonly head: readonly Figure[];
  readonly months: ReturnType<typeof monthColumns>;
  readonly days: readonly (Day & { readonly target: Target | undefined })[];
  readonly rows: readonly Row[];
  readonly free: readonly Free[];
  readonly marks: ReturnType<typeof settleMarks>;
  readonly settle: readonly ToSettle[];
  readonly taken: BedsTaken;
  readonly side: readonly SideList[];
  readonly chosen: ChosenPanel | undefined;
  /** Where nothing can have been typed, nothing stays in sight when the session ends. */
  readonly isForButtons: boolean;
  readonly errors: InHand['errors'];
  readonly notice: string | undefined;
  readonly stamp: string;
  readonly length: number;
  /** Notices that could not be sent, for those who can do something about it. */
  readonly unsent: string | undefined;
}

interface Row {
  readonly id: string;
  readonly target: Target | undefined;
  readonly number: number;
  readonly name: string | undefined;
  /** Nights shown before the room was registered. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

interface Free {
  readonly on: CalendarDate;
  /** `null` for a night that is past. */
  readonly count: number | null;
}

export interface Drawn {
  readonly shown: ShownBoard;
  readonly period: BoardPeriod;
  readonly year: YearFigures | undefined;
  readonly unsent: number;
  readonly inHand: InHand | undefined;
  readonly notice: string | undefined;
  readonly reader: Reader;
  readonly stamp: string;
  readonly side: BoardSide | undefined;
}

export function boardPage(
  { unit, units }: ChosenUnit,
  { shown, period, year, unsent, reader, inHand, notice, stamp, side }: Drawn,
): BoardPage {
  const { ledger, board } = shown;
  const conflicts = [...shown.conflicts, ...shown.unjudged];
  const targets = inHand ? targetsOf(inHand.chosen, reader.initials, ledger.today) : NO_TARGETS;
  const chosen = inHand && chosenPanel(inHand, unit.id, period, ledger.today, reader.initials);
  const nights = board.nights.map(({ on }) => on);
  const withRoom = board.nights.filter(({ free }) => free > 0).map(({ on }) => on);
  const setting = {
    ...reader,
    unitId: unit.id,
    today: ledger.today,
    nightsWithRoom: new Set(withRoom),
    wrongStays: wrongStays(shown),
    chosenId: inHand?.chosen.lodged.stay.id,
    targets: targets.ofStays,
    hrefOf: reader.mayBook ? (stayId: string) => chosenAt(unit.id, period, stayId) : stayAt,
  };
  return {
    title: `Board: ${sayDays(period.from, addDays(period.to, -1), ledger.today)}`,
    wide: true,
    unit,
    units,
    mayBook: reader.mayBook,
    links: boardLinks(unit.id, period, handOf(inHand)),
    head: boardHead(
      ledger,
      board.rooms.flatMap((room) => room.nights),
      period,
      year,
      reader.mayReadCost,
    ),
    months: monthColumns(nights),
    days: dayColumns(nights, ledger.today).map((day) => ({ ...day, target: targets.ofDays.get(day.on) })),
    rows: board.rooms.map(({ id, nights: beds }) => {
      const { number, name } = roomNamed(ledger, id);
      const cells = roomCells(beds, `Room ${number}`, setting);
      const target = targets.ofRooms.get(id);
      return { id, target, number, name, before: nights.length - beds.length, cells };
    }),
    free: board.nights.map(({ on, free }) => ({ on, count: on < ledger.today ? null : free })),
    marks: settleMarks(board, conflicts),
    settle: toSettle(conflicts, reader),
    taken: bedsTaken(board, ledger),
    side: side ? sideLists(side, unit.id) : [],
    chosen,
    isForButtons: !chosen?.form || (chosen.form.doing !== 'cancellation' && !chosen.form.again),
    errors: inHand?.errors ?? [],
    notice,
    stamp,
    length: period.length,
    unsent: unsentWords(unsent),
  };
}

function handOf(inHand: InHand | undefined) {
  return inHand && { stayId: inHand.chosen.lodged.stay.id, doing: inHand.chosen.doing };
}

/** What is wrong with a stay, in the words of its cell; what a rule forbids before what nobody has judged. */
function wrongStays({ conflicts, unjudged }: ShownBoard): ReadonlyMap<string, string> {
  const marked = (all: typeof conflicts, words: string) =>
    all.flatMap(({ stayIds }) => stayIds.map((id): [string, string] => [id, words]));
  return new Map([...marked(unjudged, 'not assessed'), ...marked(conflicts, 'to settle')]);
}

function unsentWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? 'One notice could not be sent.' : `${count} notices could not be sent.`;
}

function roomNamed({ rooms }: UnitLedger, id: string): { number: number; name: string | undefined } {
  const { number = 0, name } = rooms.find((room) => room.id === id) ?? {};
  return { number, name: name === `Room ${number}` ? undefined : name };
}
