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
    .map((arrivesOn) => judgedOffer(search, arrivesOn, byNight, kind))
    .sort(bestFirst)
    .map(({ arrivesOn, departsOn, placeable, findings }) => ({ arrivesOn, departsOn, placeable, findings }));
}

type JudgedOffer = DateOffer & { readonly gaps: number };

function arrivalsIn({ earliest, latest, weekdays = [] }: DateSearch, diary: DiaryByNight): CalendarDate[] {
  const window = { from: laterOf(earliest, diary.today), to: addDays(latest, 1) };
  const arrivals = diary.during(window).map(({ on }) => on);
  return weekdays.length === 0 ? arrivals : arrivals.filter((on) => weekdays.includes(weekdayOf(on)));
}

function judgedOffer(
  { youngPersonIds, nights: count, wishes = [] }: DateSearch,
  arrivesOn: CalendarDate,
  diary: DiaryByNight,
  kind: StayKind,
): JudgedOffer {
  const nights = { from: arrivesOn, to: addDays(arrivesOn, count) };
  const asked = youngPersonIds.map((youngPersonId) => ({ youngPersonId, nights, wishes }));
  const { findings, gaps } = judge(asked, diary, kind);
  const placeable = !findings.some(({ level }) => level === 'refuse' || level === 'authorise');
  return { arrivesOn, departsOn: nights.to, placeable, findings, gaps };
}

function bestFirst(a: JudgedOffer, b: JudgedOffer): number {
  const byRank = rankOf(a).map((part, index) => part - (rankOf(b)[index] ?? 0));
  return byRank.find((difference) => difference !== 0) ?? (a.arrivesOn < b.arrivesOn ? -1 : 1);
}

/** Least is best: to be placed at all, to be dealt with, moves between rooms, gaps left. */
function rankOf({ placeable, findings, gaps }: JudgedOffer): number[] {
  const toDealWith = findings.filter(({ level }) => level !== 'inform').length;
  const moves = findings.filter(({ code }) => code === 'room-move').flatMap(({ nights }) => nights).length;
  return [Number(!placeable), toDealWith, moves, gaps];
}
