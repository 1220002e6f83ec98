import { ageOn, daysBetween } from '../domain/calendar-date';
import { RISK_WORDS, RISKS, RISKS_THAT_STAND_ALONE } from '../domain/emergency';
import { emergencyEndsAt } from '../domain/emergency-deadlines';
import { fullName } from '../domain/full-name';
import { londonDate } from '../domain/london';
import { sayMoment } from '../domain/say-moment';
import { sayTonight } from '../domain/tonight-card';
import type { FieldError } from '../platform/problem';
import { bedCarried, type ClaimForm } from './claim-form';
import type { Search, Where } from './claim-looks.service';
import type { FoundChild } from './claimed-children.service';

/** Page 1: who it is for. */
export function claimWhoView(form: ClaimForm, where: Where, search: Search, errors: readonly FieldError[]) {
  const { unit, now, tonight } = where;
  const endsAt = emergencyEndsAt(tonight.night, tonight.emergencyEndsAt);
  const untilThen = daysBetween(tonight.night, londonDate(endsAt));
  return {
    title: 'Who is it for?',
    unit,
    errors,
    back: { text: 'Back to tonight', href: `/tonight?unitId=${unit.id}` },
    lead: `${unit.name}. ${sayTonight({ on: tonight.night }, now)}`,
    form,
    hidden: bedCarried({ ...form, unitId: unit.id }),
    people: peopleOf(form, search, tonight.night),
    searchHint: search.why,
    nobody: form.search !== '' && search.why === '' && search.found.length === 0,
    sexes: [
      ...['Female', 'Male'].map((text) => ({ value: text.toLowerCase(), text })),
      { value: '', text: 'Not known', checked: form.sex === '' },
    ],
    nightsHint:
      untilThen > 1
        ? `The next working day is ${sayMoment(endsAt)}: ${untilThen} nights reach it.`
        : `Until ${sayMoment(endsAt)}, the next working day.`,
    risks: riskChoices(),
  };
}

export function riskChoices() {
  const alone = (value: string) => RISKS_THAT_STAND_ALONE.some((risk) => risk === value);
  const first = RISKS.findIndex(alone);
  return RISKS.flatMap((value, index) => [
    ...(index === first ? [{ divider: 'or' }] : []),
    { value, text: RISK_WORDS[value], ...(alone(value) ? { behaviour: 'exclusive' } : {}) },
  ]);
}

function peopleOf(form: ClaimForm, { found }: Search, on: string) {
  if (found.length === 0) return [];
  return [
    ...found.map((child) => ({
      value: child.id,
      text: fullName(child),
      hint: { text: aboutOf(child, on) },
      checked: child.id === form.youngPersonId,
    })),
    { value: '', text: 'None of these', checked: form.youngPersonId === '' && form.search === '' },
  ];
}

function aboutOf({ dateOfBirth, caseReference }: FoundChild, on: string): string {
  return `Aged ${ageOn(dateOfBirth, on)}, ${caseReference}`;
}
