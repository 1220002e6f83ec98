import { OWN_CONSENT_AGES } from '../domain/emergency';
import type { LegalBasis } from '../domain/short-break-plan';

/** By agreement first; a series of short breaks is no emergency, and is not among them. */
const WORDS: readonly (readonly [LegalBasis, string])[] = [
  ['s20', 'Section 20: a parent agrees'],
  ['own-consent-16-17', 'Section 20: they agree themselves'],
  ['police-protection', 'Police protection (section 46)'],
  ['epo', 'Emergency protection order'],
  ['care-order', 'Care order'],
  ['remand', 'Remand'],
  ['s17', 'Section 17'],
];

/**
 * Homeless at 16 or 17, a child is owed section 20, whatever is easier tonight (R (G) v Southwark [2009] UKHL 26): nothing
 * is chosen for anybody.
 */
export function legalBases(age: number) {
  const isOldEnough = age >= OWN_CONSENT_AGES.from && age <= OWN_CONSENT_AGES.to;
  const shown = WORDS.filter(([basis]) => basis !== 'own-consent-16-17' || isOldEnough);
  return {
    bases: shown.map(([value, text]) => ({ value, text })),
    basisHint: isOldEnough
      ? 'Homeless at 16 or 17: section 20, unless they refuse it after advice. Not section 17.'
      : undefined,
  };
}
