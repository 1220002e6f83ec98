import type { CalendarDate } from '../domain/calendar-date';
import { STAY_KINDS } from '../domain/diary';
import { ENDED_BY } from '../domain/ledger';
import type { Nights } from '../domain/nights';
import { CellReader, orList } from './cell-reader';
import type { Cells } from './columns';
import { quoted, type ImportError } from './import-error';
import { OUTCOMES, SUPPORTS, type Line, type Outcome } from './line';

/** What a single line is judged against. */
export interface Setting {
  readonly today: CalendarDate;
  /** The numbers of the unit's rooms, in order. */
  readonly rooms: readonly number[];
}

/** One line by itself, or everything that is wrong with it. */
export function readLine(cells: Cells, line: number, setting: Setting): Line | readonly ImportError[] {
  const reader = new CellReader(cells, line);
  const who = readPerson(reader);
  const stay = reader.needed('stay');
  reader.choice('support', SUPPORTS);
  reader.text('key_worker');
  const kind = reader.choice('kind', STAY_KINDS);
  const requestedOn = reader.date('requested_on');
  const outcome = reader.choice('outcome', OUTCOMES);
  const room = readRoom(reader, setting, outcome);
  const nights = readNights(reader, setting, outcome);
  const ending = readEnding(reader, setting, outcome);
  if (who.dateOfBirth && nights && who.dateOfBirth > nights.from)
    reader.wrong('date_of_birth', 'The date of birth is after the arrival: check both.');
  const { dateOfBirth } = who;
  if (reader.errors.length > 0 || !dateOfBirth || !kind || !requestedOn || !outcome || !nights)
    return reader.errors;
  return { line, cells, stay, ...who, dateOfBirth, room, kind, requestedOn, nights, outcome, ...ending };
}

function readPerson(reader: CellReader) {
  return {
    youngPerson: reader.needed('young_person'),
    family: reader.needed('family'),
    givenName: reader.needed('given_name'),
    familyName: reader.needed('family_name'),
    dateOfBirth: reader.date('date_of_birth'),
  };
}

function readRoom(reader: CellReader, { rooms }: Setting, outcome: Outcome | undefined): number | null {
  const { room } = reader.cells;
  if (room === '') {
    if (outcome === 'completed')
      reader.wrong('room', `A completed stay had a room: write its number, ${orList(rooms)}.`);
    return null;
  }
  if (/^\d{1,6}$/.test(room) && rooms.includes(Number(room))) return Number(room);
  reader.wrong('room', `This unit has no room ${quoted(room)}: write ${orList(rooms)}.`);
  return null;
}

function readNights(
  reader: CellReader,
  { today }: Setting,
  outcome: Outcome | undefined,
): Nights | undefined {
  const from = reader.date('arrives_on');
  const to = reader.date('departs_on');
  if (!from || !to) return undefined;
  if (to < from)
    reader.wrong('departs_on', `The departure is before the arrival on ${from}: write a later day.`);
  else if (to === from)
    reader.wrong('departs_on', `The stay has no night: write a day after the arrival on ${from}.`);
  else if (outcome === 'completed' && to > today)
    reader.wrong('departs_on', `A completed stay is over, but this is after today, ${today}: check it.`);
  return { from, to };
}

/** `ended_on`, `ended_by` and `reason` go with stays that were not completed. */
function readEnding(reader: CellReader, { today }: Setting, outcome: Outcome | undefined) {
  const reason = reader.text('reason') || null;
  if (outcome === 'completed')
    for (const column of ['ended_on', 'ended_by', 'reason'] as const)
      reader.empty(column, 'leave it empty for a completed stay.');
  if (outcome === undefined || outcome === 'completed') return { endedOn: null, endedBy: null, reason: null };
  const endedOn = reader.date('ended_on') ?? null;
  if (endedOn && endedOn > today)
    reader.wrong('ended_on', `This is after today, ${today}: write the day it was ended.`);
  const mayLeaveOut = outcome === 'not-arrived' && reader.cells.ended_by === '';
  const endedBy = mayLeaveOut ? null : (reader.choice('ended_by', ENDED_BY) ?? null);
  return { endedOn, endedBy, reason };
}
