import type { ClosureKind } from './diary';

/** Why a room or the unit is out of use, in a word. */
export const CLOSURE_WORDS: Readonly<Record<ClosureKind, string>> = {
  planned: 'Planned',
  repair: 'Repair',
  staffing: 'Staffing',
};
