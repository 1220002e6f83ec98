import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { sayDate } from '../domain/say-dates';
import type { YoungPerson } from '../people/young-person.entity';
import type { FieldError } from '../platform/problem';
import type { SoloDecision } from './solo-decision.entity';
import type { EndingForm, SoloForm } from './solo-form';

interface SoloPage {
  readonly title: string;
  readonly caption: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly errors: readonly FieldError[];
  readonly today: CalendarDate;
}

export interface SoloView extends SoloPage {
  readonly form: SoloForm;
  readonly siblings: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: { readonly text: string };
  }[];
}

export interface EndingView extends SoloPage {
  readonly form: EndingForm;
  readonly action: string;
  readonly facts: readonly { readonly key: string; readonly text: string }[];
  readonly reviewOn: CalendarDate;
}

export function soloView(
  form: SoloForm,
  youngPerson: YoungPerson,
  siblings: readonly YoungPerson[],
  today: CalendarDate,
  errors: readonly FieldError[],
): SoloView {
  return {
    ...about(youngPerson, today, errors.map(atSiblings)),
    title: 'The unit to themselves',
    form,
    siblings: siblings.map((sibling) => ({
      value: sibling.id,
      text: fullName(sibling),
      hint: { text: `Aged ${ageOn(sibling.dateOfBirth, today)}, ${sibling.caseReference}` },
    })),
  };
}

export function endingView(
  form: EndingForm,
  youngPerson: YoungPerson,
  decision: SoloDecision,
  tonight: CalendarDate,
  errors: readonly FieldError[],
): EndingView {
  return {
    ...about(youngPerson, tonight, errors),
    title: 'Let others stay again',
    form,
    action: `/young-people/${youngPerson.id}/solo/${decision.id}/ending`,
    facts: [
      { key: 'Why they have the unit to themselves', text: decision.reason },
      { key: 'First night', text: sayDate(decision.startsOn) },
      { key: 'Last night, unless ended', text: sayDate(decision.reviewOn) },
      { key: 'Decided by', text: decision.approverName },
    ],
    reviewOn: decision.reviewOn,
  };
}

function about(youngPerson: YoungPerson, today: CalendarDate, errors: readonly FieldError[]) {
  const name = fullName(youngPerson);
  return {
    caption: name,
    back: { text: `Back to ${name}`, href: `/young-people/${youngPerson.id}` },
    errors,
    today,
  };
}

/** The service points at one of the list; the form has one field for it. */
function atSiblings({ pointer, detail }: FieldError): FieldError {
  return { pointer: pointer.replace(/^\/siblingIds\/\d+$/, '/siblingIds'), detail };
}
