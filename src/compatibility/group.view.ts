import { fieldOf } from '../domain/assessments-worth';
import { fullName } from '../domain/full-name';
import type { FieldError } from '../platform/problem';
import type { Candidate } from './assess-people.service';
import type { GroupForm } from './group-form';
import type { GroupPeople } from './group-people.service';
import { OUTCOMES, sayAge, sayBefore } from './judging.view';

export function groupView(form: GroupForm, group: GroupPeople, errors: readonly FieldError[]) {
  const { people, candidates, found, before, today } = group;
  const rows = form.judged.flatMap((judged) => {
    const [one, other] = judged.youngPersonIds.map((id) => people.get(id));
    const inForce = before.get(judged.field);
    if (!one || !other) return [];
    return [
      {
        ...judged,
        title: `${fullName(one)} and ${fullName(other)}`,
        about: about(one, other, today),
        before: inForce && sayBefore(inForce),
        mayBeLeft: inForce !== undefined && inForce.reviewOn >= today,
      },
    ];
  });
  const titles = new Map(rows.map(({ field, title }) => [field, title]));
  return {
    title: rows.length === 0 ? 'Assess a group' : 'Can they stay at the same time?',
    back: { text: 'Back to assessments', href: '/assessments' },
    errors: errors.map((error) => named(error, titles)),
    form: { ...form, pairs: form.pairs.map(fieldOf) },
    rows,
    outcomes: OUTCOMES,
    people: candidates.map((each) => ({
      value: each.id,
      text: fullName(each),
      hint: { text: sayAge(each, today) },
    })),
    chosenIds: form.youngPersonIds,
    chooserName: 'youngPerson',
    chooserLabel: 'Who is in the group?',
    peopleHint:
      form.search && found === 0
        ? 'Nobody on file is called that. Check the spelling, or try a case reference.'
        : 'Tick two or more: each is judged with each of the others. Search to find others.',
    today,
  };
}

function about(one: Candidate, other: Candidate, today: string): string {
  const family = one.familyId === other.familyId ? ' Of the same family.' : '';
  return `${fullName(one)}: ${sayAge(one, today)}. ${fullName(other)}: ${sayAge(other, today)}.${family}`;
}

/** With several pairs on the page, the list of errors at the top has to say whose each is. */
function named(error: FieldError, titles: ReadonlyMap<string, string>): FieldError {
  const [, title] = [...titles].find(([field]) => error.pointer.endsWith(`-${field}`)) ?? [];
  return title && titles.size > 1 ? { ...error, detail: `${title}: ${error.detail}` } : error;
}
