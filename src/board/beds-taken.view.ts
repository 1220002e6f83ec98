import type { Board } from '../domain/board';
import { addDays } from '../domain/calendar-date';
import type { Nights } from '../domain/nights';
import { occupancy } from '../domain/occupancy';
import { sayNights } from '../domain/say-dates';
import { sayCount, sayShare } from '../domain/say-numbers';
import type { UnitLedger } from '../domain/unit-ledger';

/** Beds slept in, booked or held against those paid for: of each night, and of each week from the first night shown. */
export interface BedsTaken {
  readonly nights: readonly { readonly text: string; readonly spoken: string }[];
  readonly weeks: readonly { readonly text: string; readonly how: string; readonly spoken: string }[];
}

const A_WEEK = 7;

export function bedsTaken(board: Board, ledger: UnitLedger): BedsTaken {
  const beds = board.rooms.flatMap((room) => room.nights);
  const of = (period: Nights) => {
    const within = beds.filter(({ on }) => period.from <= on && on < period.to);
    const { total } = occupancy(within, ledger.contracts, period);
    const { occupied, booked, held } = total.classes;
    return { taken: occupied + booked + held, commissioned: total.commissionedNights };
  };
  const nights = board.nights.map(({ on }) => on);
  return {
    nights: nights.map((on) => {
      const { taken, commissioned } = of({ from: on, to: addDays(on, 1) });
      return {
        text: `${taken}/${sayCount(commissioned)}`,
        spoken: `${taken} of ${sayCount(commissioned)} taken`,
      };
    }),
    weeks: nights.flatMap((from, index) => {
      if (index % A_WEEK > 0) return [];
      const to = addDays(from, A_WEEK);
      const { taken, commissioned } = of({ from, to });
      const share = commissioned > 0 ? sayShare(taken / commissioned) : 'No contract';
      const how = `${taken} of ${sayCount(commissioned)}`;
      return [{ text: share, how, spoken: sayNights(nights.slice(index, index + A_WEEK)) }];
    }),
  };
}
