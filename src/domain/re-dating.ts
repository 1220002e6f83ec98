import { addDays, daysBetween, earlierOf, laterOf, weekdayOf, type CalendarDate } from './calendar-date';
import type { Diary, DiaryStay, ProposedStay } from './diary';
import { DiaryByNight } from './diary-by-night';
import { diaryWith } from './diary-with';
import type { Redating, Ways } from './emergency-way';
import { listNights } from './nights';
import { assess } from './placement';
import { askedFrom, type PlannedGroup } from './planned-group';

/** How far ahead other dates are looked for, and how many are enough to be counted. */
const DAYS_AHEAD = 13 * 7;
export const DATES_COUNTED = 10;

/** Arrivals in the 13 weeks from a day on that whoever books could give the whole group, with all else as booked. */
export function countDatesFrom(from: CalendarDate, group: PlannedGroup, diary: DiaryByNight): number {
  let count = 0;
  for (let day = 0; day < DAYS_AHEAD && count < DATES_COUNTED; day += 1) {
    const { findings } = assess(askedFrom(group, addDays(from, day)), diary, 'planned');
    if (!findings.some(({ level }) => level === 'refuse' || level === 'authorise')) count += 1;
  }
  return count;
}

/**
 * Whether the group could come on other dates, with all else as booked. A family may be on its way already on the day of
 * arrival: then other dates are no gentler than none.
 */
export function mayBeRedated(group: PlannedGroup, diary: DiaryByNight, ways: Ways): boolean {
  return group.arrivesOn > diary.today && onOtherDates(group, diary, ways) !== undefined;
}

/** Other dates for all these groups, within their families' windows and from tomorrow on; all or none. */
export function redated(groups: readonly PlannedGroup[], diary: Diary, ways: Ways): DiaryStay[] | undefined {
  const stays: DiaryStay[] = [];
  for (const group of groups) {
    const anew = onOtherDates(group, new DiaryByNight(diaryWith(diary, stays)), ways);
    if (!anew) return undefined;
    stays.push(...anew);
  }
  return stays;
}

/** On the dates nearest to those they had, of two equally near the later, with nothing to do but to tell. */
function onOtherDates(group: PlannedGroup, diary: DiaryByNight, ways: Ways): DiaryStay[] | undefined {
  for (const arrivesOn of arrivalsNear(group, diary.today, ways)) {
    const asked = askedFrom(group, arrivesOn);
    const { findings, rooms } = assess(asked, diary, 'planned');
    if (findings.some(({ level }) => level !== 'inform')) continue;
    return group.stays.flatMap((stay, who) => {
      const [nights, lodgings] = [asked[who]?.nights, rooms[who]?.lodgings];
      return nights && lodgings ? [{ ...stay, nights, lodgings }] : [];
    });
  }
  return undefined;
}

function arrivalsNear(group: PlannedGroup, today: CalendarDate, { redating }: Ways): CalendarDate[] {
  const present = group.arrivesOn;
  const windows = group.stays.flatMap(({ id }) => redating.get(id)?.window ?? []);
  const tomorrow = addDays(today, 1);
  const earliest = laterOf(tomorrow, windows.map((window) => window.earliest).reduce(earlierOf, present));
  const latest = windows.map((window) => window.latest).reduce(laterOf, present);
  return listNights({ from: earliest, to: addDays(latest, 1) })
    .filter((on) => on !== present)
    .filter((on) => askedFrom(group, on).every((stay) => isWithinWindow(stay, redating)))
    .sort(
      (a, b) => Math.abs(daysBetween(present, a)) - Math.abs(daysBetween(present, b)) || daysBetween(a, b),
    );
}

function isWithinWindow(
  { changesStayId = '', nights }: ProposedStay,
  redating: ReadonlyMap<string, Redating>,
): boolean {
  const window = redating.get(changesStayId)?.window;
  if (!window || nights.from < window.earliest || nights.from > window.latest) return false;
  return window.weekdays.length === 0 || window.weekdays.includes(weekdayOf(nights.from));
}
