import type { BedNight } from '../domain/bed-nights';
import { addDays } from '../domain/calendar-date';
import { cost } from '../domain/cost';
import { formatPounds } from '../domain/money';
import { includesNight, type Nights } from '../domain/nights';
import type { Occupancy, OccupancyReport } from '../domain/occupancy';
import type { Step } from '../domain/periods';
import type { Contract } from '../domain/prorate';
import { sayDate } from '../domain/say-dates';
import { sayCount, sayShare } from '../domain/say-numbers';

export interface PeriodRow {
  readonly name: string;
  readonly cells: readonly string[];
}

export const COLUMNS = [
  'Occupied',
  'Of them emergency',
  'Booked',
  'Held',
  'Kept empty for solo',
  'Closed',
  'Empty',
  'All bed-nights',
  'Commissioned',
  'Occupancy',
  'Cost per night',
] as const;

/** A row for each part, in the order of `COLUMNS`; the last is the total. */
export function periodRows(
  report: OccupancyReport,
  bedNights: readonly BedNight[],
  contracts: readonly Contract[],
  by: Step,
): { readonly parts: readonly PeriodRow[]; readonly total: PeriodRow } {
  const row = (part: Occupancy, name: string): PeriodRow => {
    const beds = bedNights.filter(({ on }) => includesNight(part, on));
    return { name, cells: cells(part, cost(beds, contracts, part).costPerNightPence) };
  };
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

function cells(part: Occupancy, costPerNightPence: number | null): string[] {
  const { occupied, booked, held, soloBlocked, closed, void: empty } = part.classes;
  const counts = [
    occupied,
    part.occupiedEmergency,
    booked,
    held,
    soloBlocked,
    closed,
    empty,
    part.physicalNights,
  ];
  return [
    ...counts.map(sayCount),
    sayCount(part.commissionedNights),
    part.occupancy === null ? 'none' : sayShare(part.occupancy),
    costPerNightPence === null ? 'none' : formatPounds(costPerNightPence),
  ];
}
