import type { CalendarDate } from './calendar-date';
import { londonInstant, sayTime } from './london';
import { sayDate } from './say-dates';

/** A session at the unit without a night: its times are London's, within one day. */
export interface VisitTimes {
  readonly on: CalendarDate;
  /** `HH:MM`. */
  readonly fromTime: string;
  /** `HH:MM`, later than `fromTime`: whoever comes at that time does not meet them. */
  readonly toTime: string;
}

export interface DayVisit extends VisitTimes {
  readonly id: string;
  readonly unitId: string;
  readonly youngPersonId: string;
  readonly status: VisitStatus;
}

export type VisitStatus = 'booked' | 'came' | 'did-not-come' | 'cancelled';

interface StatusWord {
  readonly text: string;
  readonly tone: 'good' | 'busy' | 'bad' | 'quiet';
}

export const VISIT_WORDS: Readonly<Record<VisitStatus, StatusWord>> = {
  booked: { text: 'Booked', tone: 'busy' },
  came: { text: 'Came', tone: 'good' },
  'did-not-come': { text: 'Did not come', tone: 'bad' },
  cancelled: { text: 'Cancelled', tone: 'bad' },
};

/** Whether somebody is, or is expected, in the building. */
export function takesAPlace({ status }: Pick<DayVisit, 'status'>): boolean {
  return status === 'booked' || status === 'came';
}

export function overlap(one: VisitTimes, other: VisitTimes): boolean {
  return one.on === other.on && one.fromTime < other.toTime && other.fromTime < one.toTime;
}

/** The most of these visits there are at one moment of the time given. */
export function mostAtOnce(visits: readonly VisitTimes[], during: VisitTimes): number {
  const meeting = visits.filter((visit) => overlap(visit, during));
  const beginnings = meeting.map(({ fromTime }) => (fromTime > during.fromTime ? fromTime : during.fromTime));
  const at = (time: string) => meeting.filter((each) => each.fromTime <= time && time < each.toTime).length;
  return Math.max(0, ...beginnings.map(at));
}

/** `3:30pm to 6pm`. */
export function sayTimes({ on, fromTime, toTime }: VisitTimes): string {
  return [fromTime, toTime].map((time) => sayTime(londonInstant(on, time))).join(' to ');
}

/** `Fri 13 March 2026 from 3:30pm to 6pm`. */
export function sayVisit(times: VisitTimes): string {
  return `${sayDate(times.on)} from ${sayTimes(times)}`;
}
