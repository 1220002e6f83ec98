import { earlierOf, type CalendarDate } from './calendar-date';
import type { ProposedStay } from './diary';
import type { DiaryByNight } from './diary-by-night';
import type { Finding, FindingCode } from './findings';
import type { Nights } from './nights';
import { assess } from './placement';

/** A bed somebody could have tonight, and until when. */
export interface FreeBed {
  readonly roomId: string;
  /** The first night it is not free, or the end of the nights looked at. */
  readonly until: CalendarDate;
  /** What is in the way that night; nothing when it is free on every night looked at. */
  readonly then: FindingCode | null;
}

/** What is in anybody's way, whoever they are; what says most about it first. */
export const OF_ANYBODY: readonly FindingCode[] = [
  'unit-closed',
  'solo-in-place',
  'room-closed',
  'room-taken',
  'no-bed',
  'registered-places',
  'kept-for-planned',
];

/**
 * The beds free on the first of these nights, the longest free first: what the rules say of young people about whom
 * nothing is known, each in one room, and of as many of them at once as there are beds.
 */
export function freeBeds(nights: Nights, diary: DiaryByNight): FreeBed[] {
  return diary.rooms
    .map(({ id }) => ({ roomId: id, ...endOf(strangers(1, nights, id), nights, diary) }))
    .sort((a, b) => (a.until === b.until ? 0 : a.until > b.until ? -1 : 1))
    .map((bed, index) => {
      const together = endOf(strangers(index + 1, nights), nights, diary);
      return together.until < bed.until ? { ...bed, ...together } : bed;
    })
    .filter(({ until }) => until > nights.from);
}

/** Every finding about one young person of whom nothing is known, who comes in an emergency. */
export function aboutAStranger(nights: Nights, diary: DiaryByNight): readonly Finding[] {
  return assess(strangers(1, nights), diary, 'emergency').findings;
}

export function isInAnybodysWay({ code, level }: Finding): boolean {
  return level === 'refuse' && OF_ANYBODY.includes(code);
}

function strangers(count: number, nights: Nights, roomId?: string): ProposedStay[] {
  return Array.from({ length: count }, (_, index) => ({
    youngPersonId: `somebody not known, ${index + 1}`,
    nights,
    ...(roomId === undefined ? {} : { roomId }),
  }));
}

function endOf(
  asked: readonly ProposedStay[],
  nights: Nights,
  diary: DiaryByNight,
): Pick<FreeBed, 'until' | 'then'> {
  const inTheWay = assess(asked, diary, 'emergency').findings.filter(isInAnybodysWay);
  const until = inTheWay.reduce((first, { nights: [on] }) => earlierOf(first, on ?? nights.to), nights.to);
  const codes = inTheWay.filter(({ nights: [on] }) => on === until).map(({ code }) => code);
  return { until, then: OF_ANYBODY.find((code) => codes.includes(code)) ?? null };
}
