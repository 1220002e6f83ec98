import { addMonths, addYears, type CalendarDate } from './calendar-date';
import type { LegalBasis } from './short-break-plan';

/** What the emergency duty team is asked about a child (domain.md §4); the last two stand alone. */
export const RISKS = [
  'self-harm',
  'going-missing',
  'sexual-or-criminal-exploitation',
  'substances',
  'violence',
  'sexual-harm-to-others',
  'fire-setting',
  'none-known',
  'not-known',
] as const;
export type Risk = (typeof RISKS)[number];

export const RISKS_THAT_STAND_ALONE: readonly Risk[] = ['none-known', 'not-known'];

export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  'self-harm': 'Self-harm',
  'going-missing': 'Going missing',
  'sexual-or-criminal-exploitation': 'Sexual or criminal exploitation',
  substances: 'Substances',
  violence: 'Violence',
  'sexual-harm-to-others': 'Sexual harm to others',
  'fire-setting': 'Fire-setting',
  'none-known': 'None known',
  'not-known': 'Not known',
};

/** Accommodation under s.17 and s.20 of the Children Act 1989 is by agreement; the others are orders or powers. */
export const NEEDS_CONSENT: readonly LegalBasis[] = ['s17', 's20-series', 's20', 'own-consent-16-17'];

/** The ages at which a young person may consent to being accommodated themselves (Children Act 1989, s.20(11)). */
export const OWN_CONSENT_AGES = { from: 16, to: 17 } as const;

/** What a claim can do without tonight, and the day cannot. */
export type Fact =
  | 'given-name'
  | 'family-name'
  | 'date-of-birth'
  | 'sex'
  | 'case-reference'
  | 'risks'
  | 'medical-consent'
  | 'allergies'
  | 'medication';

export const FACT_WORDS: Readonly<Record<Fact, string>> = {
  'given-name': 'first name',
  'family-name': 'last name',
  'date-of-birth': 'date of birth',
  sex: 'sex',
  'case-reference': 'case reference',
  risks: 'risks',
  'medical-consent': 'consent to medical treatment',
  allergies: 'allergies',
  medication: 'medication',
};

/** Of somebody of whom no age is known: the middle of those the unit is registered for, until the day finds out. */
export function ageAssumed({ ageFrom, ageTo }: { readonly ageFrom: number; readonly ageTo: number }): number {
  return Math.floor((ageFrom + ageTo) / 2);
}

/** Of somebody who is or looks about so old: the middle of that year of life, until the date is known. */
export function bornAbout(age: number, today: CalendarDate): CalendarDate {
  return addMonths(addYears(today, -age), -6);
}
