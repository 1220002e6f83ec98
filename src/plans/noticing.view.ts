import type { CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import {
  CATEGORY_WORDS,
  NOTICED_CATEGORIES,
  NOTICED_URGENCIES,
  URGENCY_WORDS,
} from '../domain/noticed-thing';
import { sayStay } from '../domain/say-dates';
import type { YoungPerson } from '../people/young-person.entity';
import type { FieldError } from '../platform/problem';
import type { Stay } from '../stays/stay.entity';
import type { NoticedForm } from './noticed-form';

interface Drawing {
  readonly errors: readonly FieldError[];
  readonly today: CalendarDate;
}

export function noticingView(
  { id, arrivesOn, departsOn }: Stay,
  youngPerson: YoungPerson,
  form: NoticedForm,
  { errors, today }: Drawing,
) {
  return {
    title: 'Write down something you noticed',
    caption: `${fullName(youngPerson)}: ${sayStay({ from: arrivesOn, to: departsOn }, today)}`,
    back: { text: 'Back to the stay', href: `/stays/${id}` },
    action: `/stays/${id}/noticed/new`,
    errors,
    form,
    categories: NOTICED_CATEGORIES.map((value) => ({ value, text: CATEGORY_WORDS[value] })),
    urgencies: NOTICED_URGENCIES.map((value) => ({
      value,
      text: URGENCY_WORDS[value].text,
      hint: { text: HINTS[value] },
    })),
  };
}

const HINTS = {
  routine: 'At the next review or progress meeting',
  soon: 'Within days',
  urgent: 'Today. If somebody is in danger, ring as well.',
};
