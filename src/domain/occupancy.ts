import type { CalendarDate } from './calendar-date';
import type { BedNight } from './bed-nights';
import type { ClosureKind } from './diary';
import type { Nights } from './nights';
import type { Step } from './periods';
import type { Contract } from './prorate';

/** Use of the unit over a period and its parts; the parts add up to the total, to the bed-night. */
export interface OccupancyReport {
  readonly periods: readonly Occupancy[];
  readonly total: Occupancy;
}

export interface Occupancy {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly to: CalendarDate;
  /** By contract, to 2 decimal places. */
  readonly commissionedNights: number;
  /** Registered rooms × nights; the classes add up to it. */
  readonly physicalNights: number;
  readonly classes: ClassCounts;
  readonly occupiedPlanned: number;
  readonly occupiedEmergency: number;
  readonly occupiedSibling: number;
  readonly closedByKind: Readonly<Record<ClosureKind, number>>;
  readonly voidByLoss: VoidCounts;
  readonly cancelledLateBy: CancelledBy;
  /** Occupied ÷ commissioned, to 4 places; `null` when nothing was commissioned. */
  readonly occupancy: number | null;
  /** Occupied ÷ (physical − closed − solo-blocked), to 4 places; `null` when no bed could be used. */
  readonly effectiveOccupancy: number | null;
}

export interface ClassCounts {
  readonly occupied: number;
  readonly booked: number;
  readonly held: number;
  readonly soloBlocked: number;
  readonly closed: number;
  readonly void: number;
}

export interface VoidCounts {
  readonly arrivalNotRecorded: number;
  readonly notArrived: number;
  readonly displaced: number;
  readonly cancelledLate: number;
  readonly neverAskedFor: number;
}

export interface CancelledBy {
  readonly youngPerson: number;
  readonly family: number;
  readonly cas: number;
  readonly unit: number;
  readonly emergency: number;
  readonly notSaid: number;
}

/** @param by how to cut the period up; left out, its one part is the whole. */
export function occupancy(
  bedNights: readonly BedNight[],
  contracts: readonly Contract[],
  period: Nights,
  by?: Step,
): OccupancyReport {
  throw new Error([bedNights, contracts, period, by].join());
}
