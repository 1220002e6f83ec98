import type { StayStatus } from './diary';
import type { CalendarEvent } from './icalendar';
import { countNights, type Nights } from './nights';
import { sayDate } from './say-dates';
import { STATUS_WORDS } from './stay-words';

/** A stay as a calendar outside the product may know it: nobody by more than initials. */
export interface StayOnCalendar {
  readonly uid: string;
  readonly initials: string;
  readonly unitName: string;
  /** Told to those who may know it. */
  readonly room: string | null;
  readonly nights: Nights;
  readonly status: StayStatus;
  /** How often it was changed. */
  readonly changes: number;
  readonly changedAt: Date;
}

const STATUSES: Readonly<Record<StayStatus, CalendarEvent['status']>> = {
  held: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  'in-residence': 'CONFIRMED',
  completed: 'CONFIRMED',
  cancelled: 'CANCELLED',
  displaced: 'CANCELLED',
  'not-arrived': 'CANCELLED',
};

/**
 * The nights of a stay as whole days: its last is that of its last night, because an end is exclusive here as there.
 * Many calendars show what was cancelled like anything else, so the title says so too.
 */
export function stayEvent(stay: StayOnCalendar): CalendarEvent {
  const { uid, initials, unitName, room, nights, changes: sequence, changedAt } = stay;
  const status = STATUSES[stay.status];
  const { text } = STATUS_WORDS[stay.status];
  return {
    ...{ uid, status, sequence, changedAt },
    firstOn: nights.from,
    endsOn: countNights(nights) > 0 ? nights.to : null,
    summary: status === 'CONFIRMED' ? initials : `${text}: ${initials}`,
    location: room === null ? unitName : `${unitName}, ${room}`,
    description: status === 'CANCELLED' ? `${text}.` : `${text}. Leaves on ${sayDate(nights.to)}.`,
  };
}
