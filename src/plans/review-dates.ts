import type { CalendarDate } from '../domain/calendar-date';
import type { FieldError } from '../platform/problem';

/** What is wrong with when a meeting was held, and when the next is due. */
export function wrongMeetingDates(
  heldOn: CalendarDate,
  nextOn: CalendarDate,
  today: CalendarDate,
  nextField: string,
): FieldError[] {
  return [
    ...(heldOn > today
      ? [{ pointer: '/heldOn', detail: 'It cannot have been held on a day still to come.' }]
      : []),
    ...(nextOn <= heldOn
      ? [{ pointer: `/${nextField}`, detail: 'The next date must be after the day it was held.' }]
      : []),
  ];
}
