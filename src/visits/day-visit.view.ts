import type { Finding } from '../domain/findings';
import type { Person } from '../platform/actor';
import { sayFindings, type SaidFinding } from '../platform/said-finding';
import type { DayVisitRecord } from './day-visit.entity';

export interface DayVisitView {
  readonly id: string;
  readonly unitId: string;
  readonly youngPersonId: string;
  readonly on: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly purpose: string;
  readonly status: string;
  readonly acknowledged: readonly string[];
  readonly cancelledBy: string | null;
  readonly cancelledReason: string | null;
  readonly settledAt: string | null;
  readonly settledByName: string | null;
  readonly bookedAt: string;
  readonly bookedByName: string;
}

export interface JudgedDayVisitView extends DayVisitView {
  /** What came after it and now stands against it. */
  readonly conflicts: readonly SaidFinding[];
}

export function dayVisitView(visit: DayVisitRecord): DayVisitView {
  const { id, unitId, youngPersonId, on, fromTime, toTime, purpose, status, acknowledged } = visit;
  const { cancelledBy, cancelledReason, settledAt, settledByName, bookedAt, bookedByName } = visit;
  return {
    ...{ id, unitId, youngPersonId, on, fromTime, toTime, purpose, status, acknowledged },
    ...{ cancelledBy, cancelledReason, settledByName, bookedByName },
    settledAt: settledAt?.toISOString() ?? null,
    bookedAt: bookedAt.toISOString(),
  };
}

export function judgedDayVisitView(
  visit: DayVisitRecord,
  conflicts: readonly Finding[],
  reader: Person,
): JudgedDayVisitView {
  return { ...dayVisitView(visit), conflicts: sayFindings(conflicts, reader) };
}
