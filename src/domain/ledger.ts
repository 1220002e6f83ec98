import type { CalendarDate } from './calendar-date';
import type { Closure, Lodging, StayKind, StayStatus } from './diary';
import type { Nights } from './nights';

/** Everything the sums need to know about one unit, as plain data: live stays and those that came to nothing. */
export interface Ledger {
  /** The London date of tonight: nights before it are past. */
  readonly today: CalendarDate;
  /** In the order they are shown. */
  readonly rooms: readonly LedgerRoom[];
  readonly stays: readonly LedgerStay[];
  readonly closures: readonly Closure[];
}

export interface LedgerRoom {
  readonly id: string;
  /** The first night it is registered; `null` for always. */
  readonly openFrom: CalendarDate | null;
}

export interface LedgerStay {
  readonly id: string;
  readonly youngPersonId: string;
  readonly familyId: string;
  readonly status: StayStatus;
  readonly kind: StayKind;
  /** As now recorded: the nights stayed once it is over, the nights asked for while it is not. */
  readonly nights: Nights;
  /** Empty for a stay that never took a room. */
  readonly lodgings: readonly LedgerLodging[];
  /** Young people let in beside a solo stay share its party. */
  readonly party: string;
  /** The day it was cancelled, displaced or found not to have arrived. */
  readonly endedOn: CalendarDate | null;
  readonly endedBy: EndedBy | null;
}

export interface LedgerLodging extends Lodging {
  /** The young person has the unit to themselves, but for their party. */
  readonly solo: boolean;
}

export const ENDED_BY = ['young-person', 'family', 'cas', 'unit', 'emergency'] as const;
export type EndedBy = (typeof ENDED_BY)[number];
