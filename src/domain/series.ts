import { addDays, weekdayOf, type CalendarDate } from './calendar-date';
import type { Diary, DiaryStay, ProposedStay } from './diary';
import { diaryWith } from './diary-with';
import type { Finding } from './findings';
import type { Nights } from './nights';
import { assess } from './placement';

/** "Every other weekend until July". */
export interface Repeats {
  /** ISO weekday of arrival. */
  readonly weekday: number;
  readonly everyWeeks: number;
  /** The first and the last day an arrival may be on. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Every day of arrival, in order. */
export function arrivalsOf({ weekday, everyWeeks, from, until }: Repeats): CalendarDate[] {
  const arrivals: CalendarDate[] = [];
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  for (let on = first; on <= until; on = addDays(on, 7 * everyWeeks)) arrivals.push(on);
  return arrivals;
}

export interface Judged {
  readonly placeable: boolean;
  readonly findings: readonly Finding[];
}

/** Each judged as though all before it that can be placed had been. */
export function judgeInOrder(
  youngPersonIds: readonly string[],
  spans: readonly Nights[],
  wishes: readonly string[],
  diary: Diary,
): Judged[] {
  let soFar = diary;
  return spans.map((nights) => {
    const asked = youngPersonIds.map((youngPersonId) => ({ youngPersonId, nights, wishes }));
    const { findings, rooms } = assess(asked, soFar, 'planned');
    const placeable = !findings.some(({ level }) => level === 'refuse' || level === 'authorise');
    if (placeable)
      soFar = withBooked(
        soFar,
        asked,
        rooms.map(({ lodgings }) => lodgings),
      );
    return { placeable, findings };
  });
}

function withBooked(
  diary: Diary,
  asked: readonly ProposedStay[],
  lodgings: readonly DiaryStay['lodgings'][],
): Diary {
  const stays = asked.map(({ youngPersonId, nights }, index): DiaryStay => ({
    id: `${youngPersonId} ${nights.from}`,
    youngPersonId,
    nights,
    status: 'held',
    kind: 'planned',
    lodgings: lodgings[index] ?? [],
    solo: false,
    groupId: null,
    displacedBefore: false,
  }));
  return diaryWith(diary, stays);
}
