import type { FindingCode } from './findings';

/** Each finding in a few words, for lists and records. */
const FINDING_TITLES: Readonly<Record<FindingCode, string>> = {
  'no-bed': 'No free bed',
  'room-taken': 'Room taken',
  'room-closed': 'Room closed',
  'unit-closed': 'Unit closed',
  'registered-places': 'Over the registered places',
  'already-staying': 'Already staying',
  'outside-statement-of-purpose': 'Outside the ages the unit takes',
  'not-together': 'Must not be together',
  'not-assessed': 'Not assessed together',
  controls: 'Together only with controls',
  'solo-in-place': 'Somebody has the unit to themselves',
  'solo-needs-unit': 'Needs the unit to themselves',
  'no-plan': 'No short-break plan',
  'plan-not-agreed': 'Short-break plan not agreed',
  'outside-plan': 'Outside the short-break plan',
  'cas-plan-not-open': 'CAS plan not open',
  'nights-used': 'More nights than agreed',
  consent: 'No consent',
  'series-17': 'A long stay',
  'series-75': 'Many nights in 12 months',
  'kept-for-planned': 'Kept for planned breaks',
  'kept-for-emergency': 'Kept for emergencies',
  protected: 'Protected from losing the bed',
  'siblings-split': 'Siblings split up',
  'police-protection-72h': 'Police protection ends',
  'visit-places': 'No visiting place left',
  'room-move': 'Change of room',
};

/** A code as it was kept, even one no longer in use. */
export function findingTitle(code: string): string {
  return Object.entries<string>(FINDING_TITLES).find(([known]) => known === code)?.[1] ?? code;
}
