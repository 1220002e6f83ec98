import { addDays, addYears, earlierOf, laterOf, type CalendarDate } from './calendar-date';
import { countNights, listNights, sharedNights, type Nights } from './nights';

const AWAY_KINDS = ['planned', 'emergency', 'elsewhere'] as const;
/** A stay of ours, or nights declared at another place. */
export type AwayKind = (typeof AWAY_KINDS)[number];

/** One time away from home; without a night when they came and left on one day. */
export interface TimeAway {
  readonly nights: Nights;
  readonly kind: AwayKind;
}

export interface NightsCounted {
  /** The nights among which is counted, `to` exclusive. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly planned: number;
  readonly emergency: number;
  readonly elsewhere: number;
  readonly nights: number;
  /** Calendar days away at all: a stay of one night touches two, and a day shared by two stays is one. */
  readonly daysTouched: number;
  /** The nights of the longest single stay that has a night among these, counted whole. */
  readonly longestStay: number;
}

export interface Counters {
  /** The 12 months that end with tonight. */
  readonly upToToday: NightsCounted;
  /** The fullest 12 months that include anything booked; none while nothing is. */
  readonly ahead: NightsCounted | undefined;
  /** 1 April to 31 March. */
  readonly thisYear: NightsCounted;
  readonly lastYear: NightsCounted;
}

export function counters(away: readonly TimeAway[], today: CalendarDate): Counters {
  const tomorrow = addDays(today, 1);
  const thisYear = yearOfAprilWith(today);
  return {
    upToToday: countedWithin({ from: addYears(tomorrow, -1), to: tomorrow }, away),
    ahead: fullestAhead(away, tomorrow),
    thisYear: countedWithin(thisYear, away),
    lastYear: countedWithin({ from: addYears(thisYear.from, -1), to: thisYear.from }, away),
  };
}

/** A night counts once, whoever says where it was: planned before emergency before elsewhere. */
export function countedWithin(period: Nights, away: readonly TimeAway[]): NightsCounted {
  const [planned = 0, emergency = 0, elsewhere = 0] = AWAY_KINDS.map((_, index) =>
    countCovered(
      away.filter(({ kind }) => AWAY_KINDS.indexOf(kind) <= index).map(({ nights }) => nights),
      period,
    ),
  );
  const within = away.filter(({ nights }) => sharedNights(nights, period));
  return {
    ...{ from: period.from, to: period.to, planned, emergency: emergency - planned },
    ...{ elsewhere: elsewhere - emergency, nights: elsewhere },
    daysTouched: countCovered(away.map(daysOf), period),
    longestStay: Math.max(0, ...within.map(({ nights }) => countNights(nights))),
  };
}

/**
 * Twelve months that begin with a night at home may begin later and lose nothing, so only nights away begin any.
 */
function fullestAhead(away: readonly TimeAway[], tomorrow: CalendarDate): NightsCounted | undefined {
  const nights = [...new Set(away.flatMap((each) => listNights(each.nights)))].sort();
  const firstBooked = nights.find((on) => on >= tomorrow);
  if (!firstBooked) return undefined;
  const spans = away.map((each) => each.nights);
  let fullest = { count: 0, period: { from: firstBooked, to: addYears(firstBooked, 1) } };
  for (const from of nights) {
    const period = { from, to: addYears(from, 1) };
    const count = period.to > firstBooked ? countCovered(spans, period) : 0;
    if (count > fullest.count) fullest = { count, period };
  }
  return countedWithin(fullest.period, away);
}

function yearOfAprilWith(on: CalendarDate): Nights {
  const april = `${on.slice(0, 4)}-04-01`;
  const from = on < april ? addYears(april, -1) : april;
  return { from, to: addYears(from, 1) };
}

function daysOf({ nights: { from, to } }: TimeAway): Nights {
  return { from, to: addDays(to, 1) };
}

/** How many nights of the period lie in any of the spans. */
function countCovered(spans: readonly Nights[], period: Nights): number {
  let count = 0;
  let coveredTo = period.from;
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    count += countNights({ from: laterOf(from, coveredTo), to: earlierOf(to, period.to) });
    coveredTo = laterOf(coveredTo, to);
  }
  return count;
}
