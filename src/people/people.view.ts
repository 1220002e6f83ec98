import { ageOn, type CalendarDate } from '../domain/calendar-date';
import type { Retention } from '../domain/retention';
import type { Family } from './family.entity';
import type { YoungPerson } from './young-person.entity';

export type Known = Omit<YoungPerson, 'family' | 'createdAt' | 'sex' | 'notKnown'>;

export interface YoungPersonView {
  readonly id: string;
  readonly familyId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  /** Completed years, today. */
  readonly age: number;
  readonly caseReference: string;
}

export interface YoungPersonWithSiblingsView extends YoungPersonView {
  readonly siblings: readonly YoungPersonView[];
  /** How long what is kept of them has to be kept; nothing is removed by itself even then. */
  readonly retention: Retention;
}

export interface FamilyView {
  readonly id: string;
  readonly reference: string;
  readonly youngPeople: readonly YoungPersonView[];
}

export function youngPersonView(youngPerson: Known, today: CalendarDate): YoungPersonView {
  const { id, familyId, givenName, familyName, dateOfBirth, caseReference } = youngPerson;
  return { id, familyId, givenName, familyName, dateOfBirth, age: ageOn(dateOfBirth, today), caseReference };
}

export function familyView(
  { id, reference }: Family,
  youngPeople: readonly Known[],
  today: CalendarDate,
): FamilyView {
  return { id, reference, youngPeople: youngPeople.map((each) => youngPersonView(each, today)) };
}
