import { daysBetween, type CalendarDate } from './calendar-date';
import type { Diary } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Harm } from './emergency-way';
import { countNights } from './nights';
import type { PlannedGroup } from './planned-group';
import { countDatesFrom } from './re-dating';

export const NO_HARM: Harm = {
  youngPeople: 0,
  displacedBefore: 0,
  noticeNights: null,
  nights: 0,
  datesLeft: null,
};

/** What it costs these groups to lose their nights, leaving out how easily they find others. */
export function harmOf(groups: readonly PlannedGroup[], today: CalendarDate): Harm {
  const stays = groups.flatMap((group) => group.stays);
  const notices = groups.map((group) => Math.max(0, daysBetween(today, group.arrivesOn)));
  const before = stays.filter((stay) => stay.displacedBefore);
  return {
    youngPeople: new Set(stays.map(({ youngPersonId }) => youngPersonId)).size,
    displacedBefore: new Set(before.map(({ youngPersonId }) => youngPersonId)).size,
    noticeNights: notices.length === 0 ? null : Math.min(...notices),
    nights: stays.reduce((sum, { nights }) => sum + countNights(nights), 0),
    datesLeft: null,
  };
}

/**
 * Less than 0 when the one does less harm: fewest young people, not displaced before, most notice, fewest nights
 * (domain.md §4.3). Adding to a set never makes it less.
 */
export function compareHarm(a: Harm, b: Harm): number {
  return (
    a.youngPeople - b.youngPeople ||
    a.displacedBefore - b.displacedBefore ||
    noticeOf(b) - noticeOf(a) ||
    a.nights - b.nights
  );
}

/** Counts other dates for groups of one diary, each group's once and only when they are asked for. */
export class DatesLeft {
  private readonly byNight: DiaryByNight;
  private readonly counts = new Map<PlannedGroup, number>();

  constructor(
    diary: Diary,
    private readonly from: CalendarDate,
  ) {
    this.byNight = new DiaryByNight(diary);
  }

  /** Of the group that has fewest. */
  of(groups: readonly PlannedGroup[]): number {
    return Math.min(...groups.map((group) => this.countFor(group)));
  }

  private countFor(group: PlannedGroup): number {
    let count = this.counts.get(group);
    if (count === undefined) {
      count = countDatesFrom(this.from, group, this.byNight);
      this.counts.set(group, count);
    }
    return count;
  }
}

function noticeOf({ noticeNights }: Harm): number {
  return noticeNights ?? Infinity;
}
