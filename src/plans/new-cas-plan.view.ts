import { SUPPORT_KINDS } from '../domain/cas-plan';
import { fullName } from '../domain/full-name';
import { SUPPORT_WORDS } from '../domain/plan-words';
import type { FamilyRecords } from '../people/people.service';
import type { Person } from '../platform/actor';
import type { FieldError } from '../platform/problem';
import type { CasPlanForm } from './cas-plan-form';

interface Named {
  readonly id: string;
  readonly name: string;
}

export function newCasPlanView(
  form: CasPlanForm,
  { family, youngPeople }: FamilyRecords,
  workers: readonly Named[],
  by: Person,
  errors: readonly FieldError[],
) {
  return {
    title: 'Open a CAS plan',
    caption: family.reference,
    errors,
    back: { text: 'Back to families', href: '/families' },
    action: `/families/${family.id}/cas-plan/new`,
    form,
    youngPeople: youngPeople.map(fullName).join(', '),
    supports: supportChoices(),
    keyWorkers: workers.length > 0 ? keyWorkerChoices(workers, by) : [],
  };
}

export function supportChoices() {
  return SUPPORT_KINDS.map((value) => ({ value, text: SUPPORT_WORDS[value] }));
}

/** Whoever asks may take it too. */
export function keyWorkerChoices(workers: readonly Named[], by: Person) {
  const others = workers.filter(({ id }) => id !== by.id);
  return [{ id: by.id, name: `${by.name} (you)` }, ...others].map(({ id, name }) => ({
    value: id,
    text: name,
  }));
}
