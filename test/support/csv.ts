import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/domain/calendar-date';

/** The demonstration's own file: the pilot unit's year. */
export const PILOT_YEAR = readFileSync(join(__dirname, '../../src/demo/data/pilot-year-stays.csv'));

const USUAL = {
  stay: 'S1',
  young_person: 'YP1',
  family: 'F1',
  given_name: 'Ada',
  family_name: 'Marsh',
  date_of_birth: '2012-05-06',
  support: 'cas-only',
  key_worker: 'worker-01',
  room: '1',
  kind: 'planned',
  requested_on: '2025-12-20',
  arrives_on: '2026-01-05',
  departs_on: '2026-01-08',
  outcome: 'completed',
  ended_on: '',
  ended_by: '',
  reason: '',
};

export type CsvLine = Partial<Record<keyof typeof USUAL, string>>;

export const CANCELLED: CsvLine = {
  outcome: 'cancelled',
  room: '',
  ended_on: '2026-01-02',
  ended_by: 'family',
  reason: 'ill',
};

/** A file of lines that differ from an ordinary one only where said. */
export function csv(lines: readonly CsvLine[], delimiter = ',', newline = '\n'): string {
  const rows = [Object.keys(USUAL), ...lines.map((line) => Object.values({ ...USUAL, ...line }))];
  return (
    rows.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(newline) + newline
  );
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Stays of two nights that fill every room night after night, each young person once a year or so. */
export function manyLines(count: number, rooms: number): CsvLine[] {
  return Array.from({ length: count }, (_, index) => {
    const arrives_on = addDays('2010-01-01', 2 * Math.floor(index / rooms));
    return {
      stay: `S${index}`,
      young_person: `YP${index % (rooms * 200)}`,
      family: `F${index % (rooms * 100)}`,
      room: String((index % rooms) + 1),
      requested_on: addDays(arrives_on, -30),
      arrives_on,
      departs_on: addDays(arrives_on, 2),
      date_of_birth: '2001-01-01',
    };
  });
}
