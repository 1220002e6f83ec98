import { addDays, laterOf, weekdayOf, type CalendarDate } from './calendar-date';
import type { DateOffer } from './date-search';
import { listNights, shareANight, type Nights } from './nights';
import { URGENCIES, type Urgency } from './request';

/** How many dates a family that lost its bed is offered. */
export const DATES_PROMISED = 3;

/** A quarter of a year. */
const DAYS_AHEAD = 13 * 7;

export interface Window {
  /** The first and the last day of arrival. */
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  /** ISO weekdays of arrival; none means that every day suits. */
  readonly weekdays: readonly number[];
}

/** What is left of it from tomorrow on; nothing when no day that suits is still to come. */
export function windowLeft({ earliest, latest, weekdays }: Window, today: CalendarDate): Window | undefined {
  const from = laterOf(earliest, addDays(today, 1));
  const days = from > latest ? [] : listNights({ from, to: addDays(latest, 1) });
  const suits = days.some((on) => weekdays.length === 0 || weekdays.includes(weekdayOf(on)));
  return suits ? { earliest: from, latest, weekdays } : undefined;
}

/** The 13 weeks from tomorrow on. */
export function weeksAhead(today: CalendarDate, weekdays: readonly number[]): Window {
  return { earliest: addDays(today, 1), latest: addDays(today, DAYS_AHEAD), weekdays };
}

export function atLeastSoon(urgency: Urgency): Urgency {
  return URGENCIES.indexOf(urgency) < URGENCIES.indexOf('soon') ? 'soon' : urgency;
}

export interface PromisedDate extends DateOffer {
  /** It was among those offered when the bed was lost. */
  readonly wasOffered: boolean;
}

/**
 * Of the dates as they are now: those once offered that still work, then the best others, as many as are promised. Dates
 * without a night in common come before those that differ by a day: they are more of a choice, and are not lost together.
 */
export function promisedDates(
  dates: readonly DateOffer[],
  offered: readonly CalendarDate[] = [],
): PromisedDate[] {
  const works = dates.filter(({ placeable }) => placeable);
  const still = offered.flatMap((on) => works.find(({ arrivesOn }) => arrivesOn === on) ?? []);
  const others = works.filter((date) => !still.includes(date));
  return apartFirst([...still, ...others])
    .slice(0, DATES_PROMISED)
    .map((date) => ({ ...date, wasOffered: still.includes(date) }));
}

function apartFirst(dates: readonly DateOffer[]): DateOffer[] {
  const apart: DateOffer[] = [];
  for (const date of dates)
    if (!apart.some((other) => shareANight(nightsOf(other), nightsOf(date)))) apart.push(date);
  return [...apart, ...dates.filter((date) => !apart.includes(date))];
}

function nightsOf({ arrivesOn, departsOn }: DateOffer): Nights {
  return { from: arrivesOn, to: departsOn };
}
