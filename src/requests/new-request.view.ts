import { ageOn } from '../domain/calendar-date';
import { URGENCIES } from '../domain/request';
import { URGENCY_WORDS } from '../domain/request-words';
import { sayWeekday } from '../domain/say-ask';
import { sayCount } from '../domain/say-numbers';
import type { FieldError } from '../platform/problem';
import type { AskForm } from './ask-form';
import type { AskChoices } from './ask-people.service';

export function newRequestView(form: AskForm, choices: AskChoices, errors: readonly FieldError[]) {
  const { unit, units, today, looksUp, people } = choices;
  return {
    title: 'Ask for a break',
    back: { text: 'Back to requests', href: '/requests' },
    errors,
    form,
    today,
    looksUp,
    whereId: unit.id,
    ...whoView(choices),
    unitChoices: units.length > 1 ? units.map(({ id, name }) => ({ value: id, text: name })) : [],
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), text: sayWeekday(day).slice(0, 3) })),
    urgencies: URGENCIES.map((value) => ({ value, text: URGENCY_WORDS[value] })),
    wishes: featuresOf(choices).map((value) => ({ value, text: upper(value) })),
    repeatHref: `/request-series/new?${repeatQuery(form, people.length === 0)}`,
  };
}

/** Who may be ticked, with what matters for asking: the age, and the nights still left in the plan. */
export function whoView({ people, balances, today, looksUp }: AskChoices) {
  return {
    people: people.map(({ id, givenName, familyName, dateOfBirth }) => {
      const balance = balances.get(id);
      const left = balance
        ? `${sayCount(balance.left)} of ${sayCount(balance.agreed)} nights left`
        : 'no agreed plan yet';
      return {
        value: id,
        text: `${givenName} ${familyName}`,
        hint: { text: `Aged ${ageOn(dateOfBirth, today)}, ${left}` },
      };
    }),
    peopleHint: looksUp
      ? 'Tick one, or brothers and sisters who come together.'
      : 'Tick one, or brothers and sisters who come together. These are the families whose plan you hold.',
  };
}

function featuresOf({ rooms }: AskChoices): string[] {
  return [...new Set(rooms.flatMap(({ features }) => features))].sort();
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function repeatQuery({ familyId, youngPersonIds }: AskForm, isEmpty: boolean): string {
  const query = new URLSearchParams(familyId ? { family: familyId } : {});
  if (!isEmpty) youngPersonIds.forEach((id) => query.append('youngPerson', id));
  return query.toString();
}
