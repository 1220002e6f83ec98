import type { BedNight } from '../domain/bed-nights';
import type { Board } from '../domain/board';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Nights } from '../domain/nights';
import { toHundredths } from '../domain/money';
import { commissionedNights } from '../domain/prorate';
import { sayNights } from '../domain/say-dates';
import { sayCount } from '../domain/say-numbers';
import { tally } from '../domain/tally';
import type { UnitLedger } from '../domain/unit-ledger';

/** Beds slept in, booked or held against those paid for: of each night, and of each week from the first night shown. */
export interface BedsTaken {
  readonly nights: readonly { readonly text: string; readonly spoken: string }[];
  readonly weeks: readonly { readonly text: string; readonly how: string; readonly spoken: string }[];
}

interface Taken {
  readonly taken: number;
  readonly commissioned: number;
}

const A_WEEK = 7;

export function bedsTaken(board: Board, ledger: UnitLedger): BedsTaken {
  const beds = new Map<CalendarDate, BedNight[]>(board.nights.map(({ on }) => [on, []]));
  for (const bed of board.rooms.flatMap((room) => room.nights)) beds.get(bed.on)?.push(bed);
  const of = (nights: readonly CalendarDate[], period: Nights): Taken => {
    const { occupied, booked, held } = tally(nights.flatMap((on) => beds.get(on) ?? [])).classes;
    const commissioned = toHundredths(commissionedNights(ledger.contracts, period));
    return { taken: occupied + booked + held, commissioned };
  };
  const nights = board.nights.map(({ on }) => on);
  return {
    nights: nights.map((on) => {
      const night = of([on], { from: on, to: addDays(on, 1) });
      return { text: shareOf(night), spoken: sayTaken(night) };
    }),
    weeks: nights.flatMap((from, index) => {
      if (index % A_WEEK > 0) return [];
      const days = nights.slice(index, index + A_WEEK);
      const week = of(days, { from, to: addDays(from, A_WEEK) });
      const spoken = sayNights(days);
      return [{ text: shareOf(week), how: sayTaken(week), spoken }];
    }),
  };
}

/** To the whole percent: beds paid for are seldom whole on one night. */
function shareOf({ taken, commissioned }: Taken): string {
  return commissioned > 0 ? `${Math.round((taken / commissioned) * 100)}%` : '–';
}

function sayTaken({ taken, commissioned }: Taken): string {
  return commissioned > 0 ? `${taken} of ${sayCount(commissioned)} taken` : `${taken} taken, no contract`;
}
