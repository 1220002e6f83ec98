import type { CalendarDate } from './calendar-date';
import type { SupportKind } from './cas-plan';
import type { DeclineCode } from './decline-reasons';
import type { Nights } from './nights';
import type { RequestStatus } from './request';
import type { NightsPer } from './short-break-plan';

/** What is on record of a unit's use beside its ledger. */
export interface UseRecords {
  /** Beside every stay of the ledger. */
  readonly stays: readonly StayOnRecord[];
  /** Those asked for on a day of the period. */
  readonly requests: readonly RequestOnRecord[];
  /** Every plan that both sides agreed and that was in force on a night of the period, of young people of the unit. */
  readonly plans: readonly PlanOnRecord[];
}

export interface StayOnRecord {
  readonly id: string;
  readonly youngPersonId: string;
  readonly dateOfBirth: CalendarDate;
  /** On the day of arrival; `null` where nobody has said. */
  readonly support: SupportKind | null;
  readonly requestedOn: CalendarDate;
}

export interface RequestOnRecord {
  readonly status: RequestStatus;
  readonly answerCode: DeclineCode | null;
  /** Of each young person asked for. */
  readonly nights: number;
  readonly youngPeople: number;
}

export interface PlanOnRecord {
  readonly youngPersonId: string;
  /** As agreed. */
  readonly nights: Nights;
  /** The nights of it before it ended. */
  readonly inForce: Nights;
  readonly nightsAgreed: number;
  readonly nightsPer: NightsPer;
}
