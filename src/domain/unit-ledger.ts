import type { CalendarDate } from './calendar-date';
import type { Ledger } from './ledger';
import type { Contract } from './prorate';

/** A ledger with what its unit is called, may hold and has been paid for. */
export interface UnitLedger extends Ledger {
  readonly unitId: string;
  readonly name: string;
  readonly rooms: readonly UnitLedgerRoom[];
  readonly contracts: readonly Contract[];
  /** Oldest first, one for a date; never empty. */
  readonly settings: readonly LedgerSettings[];
}

interface UnitLedgerRoom {
  readonly id: string;
  readonly openFrom: CalendarDate | null;
  readonly number: number;
  readonly name: string;
}

interface LedgerSettings {
  readonly from: CalendarDate;
  readonly places: number;
  readonly nightRollsAt: string;
  readonly lateCancellationDays: number;
}

export function placesOn({ settings }: UnitLedger): (night: CalendarDate) => number {
  return (night) => inForceOn(settings, night)?.places ?? 0;
}

export function lateUnderDays({ settings }: UnitLedger): (on: CalendarDate) => number {
  return (on) => inForceOn(settings, on)?.lateCancellationDays ?? 0;
}

function inForceOn(settings: readonly LedgerSettings[], on: CalendarDate): LedgerSettings | undefined {
  return settings.findLast(({ from }) => from <= on) ?? settings[0];
}
