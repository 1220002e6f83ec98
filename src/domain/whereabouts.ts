import { addDays, type CalendarDate } from './calendar-date';
import type { VisitTimes } from './day-visit';
import type { StayStatus } from './diary';
import { clockTime, londonDate } from './london';

/** When somebody who stays is in the building, in London's time as `2026-03-13 16:00`: from, up to but not including to. */
export interface Whereabouts {
  readonly from: string;
  readonly to: string;
}

/** What is known of a stay's coming and going. */
export interface StayTimes {
  readonly status: StayStatus;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
  readonly arrivedAt: Date | null;
  readonly departedAt: Date | null;
}

interface UsualTimes {
  readonly arrivalsFrom: string;
  readonly departuresBy: string;
}

/** As it was, or else as it is arranged: every day between is whole. Whoever is overdue stays until tomorrow at least. */
export function whereaboutsOf(stay: StayTimes, usual: UsualTimes, now: Date): Whereabouts {
  const { arrivalsFrom, departuresBy } = usual;
  const arranged = `${stay.departsOn} ${departuresBy}`;
  const isOverdue = stay.status === 'in-residence' && arranged <= londonMoment(now);
  const leaves = isOverdue ? `${addDays(londonDate(now), 1)} ${departuresBy}` : arranged;
  return {
    from: stay.arrivedAt ? londonMoment(stay.arrivedAt) : `${stay.arrivesOn} ${arrivalsFrom}`,
    to: stay.departedAt ? londonMoment(stay.departedAt) : leaves,
  };
}

export function isThere(when: Whereabouts | undefined, { on, fromTime, toTime }: VisitTimes): boolean {
  return when !== undefined && when.from < `${on} ${toTime}` && `${on} ${fromTime}` < when.to;
}

export function londonMoment(at: Date): string {
  return `${londonDate(at)} ${clockTime(at)}`;
}
