import { bedsTaken, eachNight, type NightTally } from '../../domain/each-night';
import { includesNight } from '../../domain/nights';
import { splitPeriod } from '../../domain/periods';
import type { Calendar } from '../pictures/picture';
import { partName } from '../occupancy-rows.view';
import { counted, sumOf } from './counted';
import type { Answer, Facts, Question } from './question';

export const YEAR: Question = {
  key: 'year',
  title: 'Which nights were full, and which were empty?',
  about: 'A calendar of every night, with the number of beds in use.',
  answer,
};

function answer(facts: Facts): Answer {
  const nights = eachNight(facts.bedNights, facts.period);
  const most = Math.max(0, ...nights.map(({ physicalNights }) => physicalNights));
  const beds = Array.from({ length: most + 1 }, (_, index) => index);
  const months = splitPeriod(facts.period, 'month').map((month) => ({
    month,
    nights: nights.filter(({ on }) => includesNight(month, on)),
  }));
  const cells = (some: readonly NightTally[]) => [
    some.length,
    ...beds.map((count) => some.filter((night) => bedsTaken(night) === count).length),
  ];
  return {
    sentence: sentence(nights, most),
    picture: calendarOf(facts, nights),
    columns: [
      { name: 'Month', as: 'text' },
      { name: 'Nights', as: 'count' },
      ...beds.map((count) => ({
        name: count === 0 ? 'Nobody' : counted(count, 'bed'),
        as: 'count' as const,
      })),
    ],
    rows: [
      ...months.map(({ month, nights: some }) => ({
        cells: [partName(month, 'month'), ...cells(some)],
        leadsTo: { nights: 'occupied' as const, period: month },
      })),
      ...(months.length > 1 ? [{ cells: ['In all', ...cells(nights)], is: 'total' as const }] : []),
    ],
    note: 'On how many nights of each month so many beds were in use. From tonight on, beds booked or held count as in use.',
  };
}

/** Every night as a square, darker the more beds are in use. */
export function calendarOf({ ledger: { today } }: Facts, nights: readonly NightTally[]): Calendar {
  return {
    kind: 'calendar',
    text: 'A calendar: each square is a night, and the number in it says how many beds were in use.',
    most: Math.max(0, ...nights.map(({ physicalNights }) => physicalNights)),
    nights: nights.map((night) => ({ on: night.on, count: bedsTaken(night), isAhead: night.on >= today })),
  };
}

function sentence(nights: readonly NightTally[], most: number): string {
  const withBeds = nights.filter(({ physicalNights }) => physicalNights > 0);
  if (most === 0) return 'The unit had no bed in this period.';
  const full = sumOf(withBeds, (night) => (bedsTaken(night) === night.physicalNights ? 1 : 0));
  const empty = sumOf(withBeds, (night) => (bedsTaken(night) === 0 ? 1 : 0));
  return `Every bed was in use on ${full} of ${counted(withBeds.length, 'night')} and no bed on ${empty}.`;
}
