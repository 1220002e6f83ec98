import type { StayKind } from '../diary';
import type { FindingCode, Level } from '../findings';

/** How much each finding weighs for a planned stay and for an emergency (domain.md §2, the table). */
export const LEVELS: Readonly<Record<FindingCode, Readonly<Record<StayKind, Level>>>> = {
  'no-bed': { planned: 'refuse', emergency: 'refuse' },
  'room-taken': { planned: 'refuse', emergency: 'refuse' },
  'room-closed': { planned: 'refuse', emergency: 'refuse' },
  'unit-closed': { planned: 'refuse', emergency: 'refuse' },
  'registered-places': { planned: 'refuse', emergency: 'refuse' },
  'already-staying': { planned: 'refuse', emergency: 'refuse' },
  'outside-statement-of-purpose': { planned: 'refuse', emergency: 'refuse' },
  'not-together': { planned: 'refuse', emergency: 'authorise' },
  'not-assessed': { planned: 'refuse', emergency: 'authorise' },
  controls: { planned: 'acknowledge', emergency: 'acknowledge' },
  'solo-in-place': { planned: 'refuse', emergency: 'refuse' },
  'solo-needs-unit': { planned: 'refuse', emergency: 'refuse' },
  'no-plan': { planned: 'refuse', emergency: 'inform' },
  'plan-not-agreed': { planned: 'refuse', emergency: 'inform' },
  'outside-plan': { planned: 'refuse', emergency: 'inform' },
  'cas-plan-not-open': { planned: 'refuse', emergency: 'inform' },
  'nights-used': { planned: 'authorise', emergency: 'inform' },
  consent: { planned: 'refuse', emergency: 'inform' },
  'series-17': { planned: 'authorise', emergency: 'inform' },
  'series-75': { planned: 'authorise', emergency: 'inform' },
  'kept-for-planned': { planned: 'inform', emergency: 'authorise' },
  'kept-for-emergency': { planned: 'authorise', emergency: 'inform' },
  protected: { planned: 'inform', emergency: 'authorise' },
  'siblings-split': { planned: 'acknowledge', emergency: 'inform' },
  'police-protection-72h': { planned: 'inform', emergency: 'inform' },
  'visit-places': { planned: 'refuse', emergency: 'refuse' },
  'room-move': { planned: 'inform', emergency: 'inform' },
};

/** What whoever books has only to have read. */
export const READ_AND_DONE = (Object.keys(LEVELS) as FindingCode[]).filter((code) =>
  Object.values(LEVELS[code]).includes('acknowledge'),
);
