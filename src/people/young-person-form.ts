import { wrongDate, wrongText } from '../platform/form-checks';
import type { FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';

/** The answers to "add a young person", half-finished ones too. */
export interface YoungPersonForm {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly caseReference: string;
  /** An id of a family on file, or `new`. */
  readonly family: string;
  readonly familyReference: string;
  readonly search: string;
  /** Whoever adds them has seen those like them on file. */
  readonly isSomebodyElse: boolean;
}

export const NEW_FAMILY = 'new';

export function youngPersonIn(sent: SentForm): YoungPersonForm {
  const family = typed(sent, 'family').toLowerCase();
  return {
    key: typed(sent, 'key'),
    givenName: typed(sent, 'givenName'),
    familyName: typed(sent, 'familyName'),
    dateOfBirth: typed(sent, 'dateOfBirth'),
    caseReference: typed(sent, 'caseReference'),
    family: isId(family) ? family : NEW_FAMILY,
    familyReference: typed(sent, 'familyReference'),
    search: typed(sent, 'search').slice(0, 100),
    isSomebodyElse: typed(sent, 'isSomebodyElse') === 'yes',
  };
}

export function wrongIn(form: YoungPersonForm): FieldError[] {
  const field = (name: keyof YoungPersonForm, ask: string) => ({ name, value: String(form[name]), ask });
  return [
    ...wrongText(field('givenName', 'Enter their first name.')),
    ...wrongText(field('familyName', 'Enter their family name.')),
    ...wrongDate(field('dateOfBirth', 'Enter their date of birth.')),
    ...wrongText(field('caseReference', 'Enter their case reference.')),
    ...(form.family === NEW_FAMILY
      ? wrongText(field('familyReference', 'Enter what the council calls the family.'))
      : []),
  ];
}

/** The service asks for a `familyId`; the form for a `family`. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({ pointer: pointer.replace('/familyId', '/family'), detail }));
}
