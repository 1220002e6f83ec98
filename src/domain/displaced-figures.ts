import { daysBetween, type CalendarDate } from './calendar-date';
import { priceOf, type NightPrices } from './cost';
import type { DisplacedOnRecord } from './emergency-records';
import { toHundredths } from './money';
import { Ratio } from './ratio';

/** Planned stays that lost their beds to the emergencies of a period. */
export interface DisplacedFigures {
  readonly stays: number;
  readonly youngPeople: number;
  /** All their nights, some of which may lie after the period. */
  readonly nights: number;
  /** At the period's cost per night. */
  readonly costPence: number | null;
  /** Of all of them together. */
  readonly noticeNights: number;
  /** Notice nights ÷ stays, to 2 decimal places; `null` when there was none. */
  readonly meanNoticeNights: number | null;
  readonly shortestNoticeNights: number | null;
}

/** How long they have waited for other dates, as far as is known today. */
export interface ReDatedFigures {
  readonly stays: number;
  /** From the day of the decision to the day other dates were placed, of all of them together. */
  readonly days: number;
  /** Days ÷ stays, to 2 decimal places; `null` when none has other dates. */
  readonly meanDays: number | null;
  readonly longestDays: number | null;
  readonly stillWaiting: number;
  /** So far. */
  readonly longestWaitDays: number | null;
  /** The request was withdrawn or declined. */
  readonly withoutOtherDates: number;
}

export function displacedFigures(
  displaced: readonly DisplacedOnRecord[],
  perNight: NightPrices['occupied'],
): DisplacedFigures {
  const nights = sum(displaced.map((stay) => stay.nights));
  const notice = displaced.map(({ noticeNights }) => noticeNights);
  return {
    stays: displaced.length,
    youngPeople: new Set(displaced.map(({ youngPersonId }) => youngPersonId)).size,
    nights,
    costPence: priceOf(nights, perNight),
    noticeNights: sum(notice),
    meanNoticeNights: mean(notice),
    shortestNoticeNights: notice.length > 0 ? Math.min(...notice) : null,
  };
}

export function reDatedFigures(displaced: readonly DisplacedOnRecord[], today: CalendarDate): ReDatedFigures {
  const days = displaced.flatMap(({ decidedOn, placedOn }) =>
    placedOn === null ? [] : [daysBetween(decidedOn, placedOn)],
  );
  const waits = displaced
    .filter(({ outcome }) => outcome === 'waiting')
    .map(({ decidedOn }) => daysBetween(decidedOn, today));
  return {
    stays: days.length,
    days: sum(days),
    meanDays: mean(days),
    longestDays: longest(days),
    stillWaiting: waits.length,
    longestWaitDays: longest(waits),
    withoutOtherDates: displaced.length - days.length - waits.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function mean(numbers: readonly number[]): number | null {
  const exact = Ratio.of(sum(numbers)).over(Ratio.of(numbers.length));
  return exact && toHundredths(exact);
}

function longest(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? Math.max(...numbers) : null;
}
