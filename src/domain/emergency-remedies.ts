import type { Finding, FindingCode } from './findings';

const ELSEWHERE = 'Look for a bed elsewhere.';

/** What there is to do at two in the morning, where by day other dates would be the answer. */
const REMEDIES: Readonly<Partial<Record<FindingCode, string>>> = {
  'no-bed': `See whether a planned stay can make way. Otherwise: ${ELSEWHERE.toLowerCase()}`,
  'unit-closed': ELSEWHERE,
  'room-closed': 'Name no room, and be given one that is open.',
  'room-taken': 'Name no room, and be given one that is free.',
  'registered-places': `Nobody can allow more than the registered places. ${ELSEWHERE}`,
  'already-staying': 'They have a bed already: ring the unit where they stay.',
  'outside-statement-of-purpose': `Nobody can allow other ages. ${ELSEWHERE}`,
  'not-together': 'Ask a manager to authorise it, and write down what they said.',
  'solo-in-place': `Ring the manager of the unit: only they can end the need for it alone. Otherwise: ${ELSEWHERE.toLowerCase()}`,
  'solo-needs-unit': ELSEWHERE,
};

export function emergencyRemedy({ code, emergency }: Finding): string | undefined {
  return emergency && REMEDIES[code];
}
