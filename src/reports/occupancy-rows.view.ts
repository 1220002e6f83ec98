import type { BedNight } from '../domain/bed-nights';
import { addDays } from '../domain/calendar-date';
import { cost } from '../domain/cost';
import { includesNight, type Nights } from '../domain/nights';
import type { Occupancy, OccupancyReport } from '../domain/occupancy';
import type { Step } from '../domain/periods';
import type { Contract } from '../domain/prorate';
import { sayDate } from '../domain/say-dates';
import type { Cell } from '../domain/table';
import { sayCell, type Column } from './say-cell';

export interface PeriodRow {
  readonly name: string;
  readonly cells: readonly string[];
}

export const COLUMNS: readonly Column[] = [
  { name: 'Occupied', as: 'count' },
  { name: 'Of them emergency', as: 'count' },
  { name: 'Booked', as: 'count' },
  { name: 'Held', as: 'count' },
  { name: 'Kept empty for solo', as: 'count' },
  { name: 'Closed', as: 'count' },
  { name: 'Empty', as: 'count' },
  { name: 'All bed-nights', as: 'count' },
  { name: 'Commissioned', as: 'count' },
  { name: 'Occupancy', as: 'share' },
  { name: 'Cost per night', as: 'pounds' },
];

/** A row for each part, in the order of `COLUMNS`; the last is the total. */
export function periodRows(
  report: OccupancyReport,
  bedNights: readonly BedNight[],
  contracts: readonly Contract[],
  by: Step,
): { readonly parts: readonly PeriodRow[]; readonly total: PeriodRow } {
  const row = (part: Occupancy, name: string): PeriodRow => ({
    name,
    cells: periodCells(part, bedNights, contracts).map((cell, index) => sayCell(cell, COLUMNS[index])),
  });
  return {
    parts: report.periods.map((part) => row(part, partName(part, by))),
    total: row(report.total, 'In all'),
  };
}

/** `July 2015`, or `Mon 6 July 2015` for a week; a month cut short says its days. */
export function partName({ from, to }: Nights, by: Step): string {
  const [, day = '', month = '', year = ''] = sayDate(from).split(' ');
  if (by === 'week') return `${day} ${month} ${year}`;
  const isWhole = from.endsWith('-01') && to.endsWith('-01');
  const last = sayDate(addDays(to, -1)).split(' ')[1] ?? '';
  return isWhole ? `${month} ${year}` : `${day} to ${last} ${month} ${year}`;
}

/** In the order of `COLUMNS`; money in pence. */
export function periodCells(
  part: Occupancy,
  bedNights: readonly BedNight[],
  contracts: readonly Contract[],
): Cell[] {
  const { occupied, booked, held, soloBlocked, closed, void: empty } = part.classes;
  const beds = bedNights.filter(({ on }) => includesNight(part, on));
  return [
    ...[occupied, part.occupiedEmergency, booked, held, soloBlocked, closed, empty, part.physicalNights],
    ...[part.commissionedNights, part.occupancy, cost(beds, contracts, part).costPerNightPence],
  ];
}
