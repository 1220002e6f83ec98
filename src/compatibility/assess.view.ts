import type { CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { OUTCOME_WORDS } from '../domain/outcome-words';
import type { FieldError } from '../platform/problem';
import type { AssessForm, JudgedWith } from './assess-form';
import type { AssessPeople, Candidate } from './assess-people.service';
import type { CompatibilityAssessment } from './compatibility-assessment.entity';
import { OUTCOMES, sayAge, sayBefore, type Before } from './judging.view';

interface Row extends JudgedWith {
  readonly title: string;
  readonly about: string;
  readonly before: Before | undefined;
}

export interface AssessView {
  readonly title: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly errors: readonly FieldError[];
  readonly form: AssessForm;
  readonly rows: readonly Row[];
  readonly outcomes: readonly { readonly value: string; readonly text: string }[];
  readonly people: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: { readonly text: string };
  }[];
  readonly chosenIds: readonly string[];
  readonly peopleHint: string;
  readonly today: CalendarDate;
}

export function assessView(
  form: AssessForm,
  { youngPerson, chosen, candidates, found, before }: AssessPeople,
  today: CalendarDate,
  errors: readonly FieldError[],
): AssessView {
  const name = fullName(youngPerson);
  return {
    title: `Who can ${name} stay with?`,
    back: { text: `Back to ${name}`, href: `/young-people/${youngPerson.id}` },
    errors: errors.map((error) => named(error, chosen)),
    form,
    rows: form.judged.flatMap((judged) => {
      const other = chosen.find(({ id }) => id === judged.otherId);
      return other ? [row(judged, other, youngPerson, before.get(other.id), today)] : [];
    }),
    outcomes: OUTCOMES,
    people: candidates.map((each) => ({
      value: each.id,
      text: fullName(each),
      hint: { text: `${about(each, youngPerson, today)}. ${soFar(before.get(each.id), today)}` },
    })),
    chosenIds: form.judged.map(({ otherId }) => otherId),
    peopleHint:
      form.search && found === 0
        ? 'Nobody on file is called that. Check the spelling, or try a case reference.'
        : 'Tick one or more. Search to find others.',
    today,
  };
}

function row(
  judged: JudgedWith,
  other: Candidate,
  youngPerson: Candidate,
  before: CompatibilityAssessment | undefined,
  today: CalendarDate,
): Row {
  return {
    ...judged,
    title: `With ${fullName(other)}`,
    about: about(other, youngPerson, today),
    before: before && sayBefore(before),
  };
}

function about(other: Candidate, youngPerson: Candidate, today: CalendarDate): string {
  const family = other.familyId === youngPerson.familyId ? ', same family' : '';
  return `${sayAge(other, today)}${family}`;
}

function soFar(inForce: CompatibilityAssessment | undefined, today: CalendarDate): string {
  if (!inForce) return 'Not assessed yet.';
  return `${OUTCOME_WORDS[inForce.outcome].text}${inForce.reviewOn < today ? ', past review' : ''}.`;
}

/** With several on the page, the list of errors at the top has to say whose each is. */
function named(error: FieldError, chosen: readonly Candidate[]): FieldError {
  const other = chosen.find(({ id }) => error.pointer.endsWith(`-${id}`));
  return other && chosen.length > 1 ? { ...error, detail: `${fullName(other)}: ${error.detail}` } : error;
}
