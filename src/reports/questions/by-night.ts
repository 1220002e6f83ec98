import { addDays } from '../../domain/calendar-date';
import { bedsTaken, eachNight, type NightTally } from '../../domain/each-night';
import { tally } from '../../domain/tally';
import { sayCount } from '../../domain/say-numbers';
import { counted } from './counted';
import type { Answer, Facts, Question } from './question';
import { calendarOf } from './year';

export const BY_NIGHT: Question = {
  key: 'by-night',
  title: 'What happened on each night?',
  about: 'Every night in a line of its own, with its beds by what became of them.',
  answer,
};

const CLASSES = [
  ['Occupied', 'occupied'],
  ['Booked', 'booked'],
  ['Held', 'held'],
  ['Kept empty for solo', 'soloBlocked'],
  ['Closed', 'closed'],
  ['Empty', 'void'],
] as const;

function answer(facts: Facts): Answer {
  const nights = eachNight(facts.bedNights, facts.period);
  const whole = tally(facts.bedNights);
  return {
    sentence: sentence(nights, whole.classes.occupied),
    picture: calendarOf(facts, nights),
    columns: [
      { name: 'Night', as: 'night' },
      ...CLASSES.map(([name]) => ({ name, as: 'count' as const })),
      { name: 'All beds', as: 'count' },
    ],
    rows: [
      ...nights.map(({ on, ...night }) => ({
        cells: [on, ...cells(night)],
        leadsTo: { nights: 'all' as const, period: { from: on, to: addDays(on, 1) } },
      })),
      { cells: ['In all', ...cells(whole)], is: 'total' as const },
    ],
    note: 'Each night is named by the day of its evening. Its beds are each counted once.',
  };
}

function cells({ classes, physicalNights }: Omit<NightTally, 'on'>): number[] {
  return [...CLASSES.map(([, key]) => classes[key]), physicalNights];
}

function sentence(nights: readonly NightTally[], occupied: number): string {
  const most = Math.max(0, ...nights.map(bedsTaken));
  const some = nights.filter((night) => bedsTaken(night) > 0).length;
  return `Beds were in use on ${sayCount(some)} of ${counted(nights.length, 'night')} and at most ${sayCount(most)} at once; ${counted(occupied, 'bed-night')} were occupied in all.`;
}
