import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import type { FamilyRecords } from './people.service';
import type { Known } from './people.view';
import type { YoungPersonForm } from './young-person-form';

export interface NewYoungPersonView {
  readonly title: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly errors: readonly FieldError[];
  readonly form: YoungPersonForm;
  readonly families: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint: { readonly text: string };
  }[];
  readonly searchHint: string;
  readonly alike: readonly { readonly href: string; readonly text: string }[];
  readonly today: CalendarDate;
}

export interface OnFile {
  readonly families: readonly FamilyRecords[];
  readonly alike: readonly Known[];
  readonly today: CalendarDate;
}

export function newYoungPersonView(
  form: YoungPersonForm,
  { families, alike, today }: OnFile,
  reader: Person,
  errors: readonly FieldError[],
): NewYoungPersonView {
  return {
    title: 'Add a young person',
    back: may(reader.role, 'know who stays')
      ? { text: 'All young people', href: '/young-people' }
      : { text: 'All families', href: '/families' },
    errors,
    form,
    families: families.map(({ family, youngPeople }) => ({
      value: family.id,
      text: `Family ${family.reference}`,
      hint: { text: youngPeople.map((each) => sayPerson(each, today)).join(', ') || 'Nobody on file yet' },
    })),
    searchHint:
      form.search && families.length === 0
        ? 'Nobody on file is called that. Check the spelling, or add them to a new family.'
        : 'If a brother or sister is on file, find them by name or case reference.',
    alike: alike.map((each) => ({
      href: may(reader.role, 'know who stays') ? `/young-people/${each.id}` : `/families/${each.familyId}`,
      text: `${sayPerson(each, today)}, ${each.caseReference}`,
    })),
    today,
  };
}

function sayPerson(person: Known, today: CalendarDate): string {
  return `${fullName(person)}, aged ${ageOn(person.dateOfBirth, today)}`;
}
