import type { CalendarDate } from './calendar-date';
import type { Lodging, SoloDecision } from './diary';
import type { Nights } from './nights';

interface MayBeSolo {
  readonly youngPersonId: string;
  readonly solo?: boolean;
}

interface Decided {
  readonly soloDecisions: readonly SoloDecision[];
}

export interface SoloLodging extends Lodging {
  readonly solo: boolean;
}

export function needsSoloOn(stay: MayBeSolo, on: CalendarDate, diary: Decided): boolean {
  void [stay, on, diary];
  return false;
}

export function partyOf(
  youngPersonId: string,
  familyId: string,
  nights: Nights,
  soloDecisions: readonly SoloDecision[],
): string {
  void [nights, soloDecisions, familyId];
  return youngPersonId;
}

export function lodgingsWithSolo(
  stay: MayBeSolo & { readonly lodgings: readonly Lodging[] },
  diary: Decided,
): SoloLodging[] {
  void diary;
  return stay.lodgings.map((lodging) => ({ ...lodging, solo: stay.solo === true }));
}
