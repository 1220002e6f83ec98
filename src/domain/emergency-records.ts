import type { CalendarDate } from './calendar-date';
import type { StayStatus } from './diary';

/** What is on record of a unit's emergencies beside its ledger. */
export interface EmergencyRecords {
  readonly emergencies: readonly EmergencyOnRecord[];
  readonly displaced: readonly DisplacedOnRecord[];
}

export interface EmergencyOnRecord {
  readonly stayId: string;
  readonly status: StayStatus;
  /** The first night. */
  readonly night: CalendarDate;
  /** `null` for a stay booked as an emergency without a claim: nobody said when it should end. */
  readonly endsAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly departedAt: Date | null;
}

export interface DisplacedOnRecord {
  readonly youngPersonId: string;
  /** The night of the emergency: decided after midnight, it is still the night before's. */
  readonly night: CalendarDate;
  readonly decidedOn: CalendarDate;
  /** All the nights it was to have. */
  readonly nights: number;
  readonly noticeNights: number;
  /** What has come of the request for other dates; one that was never made waits too. */
  readonly outcome: 'placed' | 'waiting' | 'ended';
  /** The day other dates were placed. */
  readonly placedOn: CalendarDate | null;
}
