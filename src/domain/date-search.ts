import { addDays, laterOf, weekdayOf, type CalendarDate } from './calendar-date';
import type { Diary, StayKind } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import { judge } from './placement';

/** Which dates work for these young people together? */
export interface DateSearch {
  readonly youngPersonIds: readonly string[];
  /** How many. */
  readonly nights: number;
  /** The first and the last day of arrival; both may be offered. */
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  /** ISO weekdays, 1 Monday … 7 Sunday, of the day of arrival; without any, every day suits. */
  readonly weekdays?: readonly number[];
  readonly wishes?: readonly string[];
}

export interface DateOffer {
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
  /** Whoever books may do so on their own: what is left among the findings is to be acknowledged, or good to know. */
  readonly placeable: boolean;
  readonly findings: readonly Finding[];
}

/** Every arrival in the window from today on, judged as a booking would be; those that can be placed first, best first. */
export function searchDates(search: DateSearch, diary: Diary, kind: StayKind): DateOffer[] {
  const byNight = new DiaryByNight(diary);
  return arrivalsIn(search, byNight)
    .map((arrivesOn) => rankedOffer(search, arrivesOn, byNight, kind))
    .sort(bestFirst)
    .map(({ arrivesOn, departsOn, placeable, findings }) => ({ arrivesOn, departsOn, placeable, findings }));
}

interface RankedOffer extends DateOffer {
  /** Least is best: to be placed at all, to be dealt with, moves between rooms, gaps left. */
  readonly rank: readonly number[];
}

function arrivalsIn({ earliest, latest, weekdays = [] }: DateSearch, diary: DiaryByNight): CalendarDate[] {
  const window = { from: laterOf(earliest, diary.today), to: addDays(latest, 1) };
  const arrivals = diary.during(window).map(({ on }) => on);
  return weekdays.length === 0 ? arrivals : arrivals.filter((on) => weekdays.includes(weekdayOf(on)));
}

function rankedOffer(
  { youngPersonIds, nights: count, wishes = [] }: DateSearch,
  arrivesOn: CalendarDate,
  diary: DiaryByNight,
  kind: StayKind,
): RankedOffer {
  const nights = { from: arrivesOn, to: addDays(arrivesOn, count) };
  const asked = youngPersonIds.map((youngPersonId) => ({ youngPersonId, nights, wishes }));
  const { findings, gaps } = judge(asked, diary, kind);
  const placeable = !findings.some(({ level }) => level === 'refuse' || level === 'authorise');
  const toDealWith = findings.filter(({ level }) => level !== 'inform').length;
  const moves = findings.filter(({ code }) => code === 'room-move').flatMap((move) => move.nights).length;
  const rank = [Number(!placeable), toDealWith, moves, gaps];
  return { arrivesOn, departsOn: nights.to, placeable, findings, rank };
}

function bestFirst(a: RankedOffer, b: RankedOffer): number {
  const differences = a.rank.map((part, index) => part - (b.rank[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? (a.arrivesOn < b.arrivesOn ? -1 : 1);
}
