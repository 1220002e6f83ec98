import { partOf, setOut } from './asked-stay';
import { addDays, laterOf, weekdayOf, type CalendarDate } from './calendar-date';
import type { Diary, ProposedStay, StayKind } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import { FoundByNight } from './found-by-night';
import { listNights, type Nights } from './nights';
import { judge } from './placement';
import { withoutSiblings } from './siblings';

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
  /** Asked for together with them, and left out. */
  readonly leftOut?: readonly string[];
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
  const window = setOut(askedIn(search, byNight), byNight);
  const found = new FoundByNight(window, byNight, kind);
  return staysIn(search, byNight)
    .map((nights) => {
      const asked = partOf(window, nights);
      return rankedOffer(nights, judge(asked, byNight, kind, found.cutTo(nights)));
    })
    .sort(bestFirst)
    .map(({ arrivesOn, departsOn, placeable, findings }) => ({ arrivesOn, departsOn, placeable, findings }));
}

interface RankedOffer extends DateOffer {
  /** Least is best: to be placed at all, to be dealt with, moves between rooms, gaps left. */
  readonly rank: readonly number[];
}

/** Everybody on all the nights of the window, as if they came on its first day and left when the last to arrive would. */
function askedIn(search: DateSearch, diary: DiaryByNight): ProposedStay[] {
  const { youngPersonIds, nights: count, wishes = [], leftOut } = search;
  const { from, to } = arrivalsIn(search, diary);
  const nights = { from, to: addDays(to, count - 1) };
  return youngPersonIds.map((youngPersonId) => ({
    ...{ youngPersonId, nights, wishes },
    ...withoutSiblings(leftOut),
  }));
}

function staysIn(search: DateSearch, diary: DiaryByNight): Nights[] {
  const { nights: count, weekdays = [] } = search;
  return listNights(arrivalsIn(search, diary))
    .filter((on) => weekdays.length === 0 || weekdays.includes(weekdayOf(on)))
    .map((from) => ({ from, to: addDays(from, count) }));
}

function arrivalsIn({ earliest, latest }: DateSearch, { today }: DiaryByNight): Nights {
  return { from: laterOf(earliest, today), to: addDays(latest, 1) };
}

function rankedOffer(nights: Nights, { findings, gaps }: ReturnType<typeof judge>): RankedOffer {
  const placeable = !findings.some(({ level }) => level === 'refuse' || level === 'authorise');
  const toDealWith = findings.filter(({ level }) => level !== 'inform').length;
  const moves = findings.filter(({ code }) => code === 'room-move').flatMap((move) => move.nights).length;
  const rank = [Number(!placeable), toDealWith, moves, gaps];
  return { arrivesOn: nights.from, departsOn: nights.to, placeable, findings, rank };
}

function bestFirst(a: RankedOffer, b: RankedOffer): number {
  const differences = a.rank.map((part, index) => part - (b.rank[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? (a.arrivesOn < b.arrivesOn ? -1 : 1);
}
