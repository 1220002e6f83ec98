import { addDays, type CalendarDate } from './calendar-date';
import { londonInstant } from './london';
import { nextWorkingDay } from './working-days';

const HOUR = 3_600_000;
const POLICE_PROTECTION_HOURS = 72;

/**
 * An emergency stay is for one night unless more is said, and ends by a time (`HH:MM`, London; 17:00†) on the next
 * working day after its last night: a claim at 00:30 on Tuesday is for Monday's night (domain.md §1, §4).
 */
export function emergencyEndsAt(lastNight: CalendarDate, endsAtTime = '17:00'): Date {
  return londonInstant(nextWorkingDay(lastNight), endsAtTime);
}

/** A pair put together on a provisional assessment is assessed in full by then (domain.md §2, `NOT_ASSESSED`). */
export function fullAssessmentDueAt(night: CalendarDate, dueAtTime = '17:00'): Date {
  return londonInstant(nextWorkingDay(night), dueAtTime);
}

/** No child is kept in police protection for more than 72 hours, whatever the clocks do (Children Act 1989, s.46(6)). */
export function policeProtectionEndsAt(startedAt: Date): Date {
  return hoursAfter(startedAt, POLICE_PROTECTION_HOURS);
}

/** A time (`HH:MM`, London) of the morning a night ends in. */
export function morningAfter(night: CalendarDate, time: string): Date {
  return londonInstant(addDays(night, 1), time);
}

/** Elapsed hours, not hours by the clock. */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * HOUR);
}
