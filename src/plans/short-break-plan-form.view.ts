import { fullName } from '../domain/full-name';
import { LEGAL_BASIS_WORDS, NIGHTS_PER_WORDS } from '../domain/plan-words';
import { LEGAL_BASES, NIGHTS_PER } from '../domain/short-break-plan';
import type { FieldError } from '../platform/problem';
import type { PlanPageFile, PlanToMake } from './plan-files.service';
import type { ShortBreakPlanForm } from './short-break-plan-form';

/** Bases of an emergency claim; no plan stands on them. */
const NOT_PLANNED: readonly string[] = ['police-protection', 'epo', 'remand'];

export function shortBreakPlanFormView(
  { youngPerson, casGoals, revised, casPlan }: PlanToMake,
  form: ShortBreakPlanForm,
  key: string,
  errors: readonly FieldError[],
) {
  return {
    ...parts(form, casGoals, errors),
    title: revised ? 'Revise the short-break plan' : 'Make a short-break plan',
    caption: fullName(youngPerson),
    back: { text: 'Back to the family', href: `/families/${casPlan.familyId}` },
    action: '/short-break-plans/new',
    button: 'Save as a draft',
    said: revised ? 'Once both sides have agreed it, it takes the place of the plan as it is.' : undefined,
    asksConsent: true,
    hidden: [
      { name: 'key', value: key },
      { name: 'youngPerson', value: youngPerson.id },
      ...(revised ? [{ name: 'revises', value: revised.plan.id }] : []),
    ],
  };
}

export function termsFormView(
  { file, youngPerson, casGoals }: PlanPageFile,
  form: ShortBreakPlanForm,
  key: string,
  errors: readonly FieldError[],
) {
  const { id, version, keyWorkerAgreedAt, managerAgreedAt } = file.plan;
  return {
    ...parts(form, casGoals, errors),
    title: 'Change the draft',
    caption: fullName(youngPerson),
    back: { text: 'Back to the plan', href: `/short-break-plans/${id}` },
    action: `/short-break-plans/${id}/terms`,
    button: 'Save the change',
    said:
      (keyWorkerAgreedAt ?? managerAgreedAt)
        ? 'One side has agreed the draft as it is. After a change they have to agree it again.'
        : undefined,
    asksConsent: false,
    hidden: [
      { name: 'key', value: key },
      { name: 'version', value: String(version) },
    ],
  };
}

function parts(form: ShortBreakPlanForm, casGoals: PlanToMake['casGoals'], errors: readonly FieldError[]) {
  return {
    errors,
    form,
    goals: form.goals.map(({ casGoalId, text, rated }) => ({
      serves: casGoals.find(({ id }) => id === casGoalId)?.text ?? '',
      name: `goal-${casGoalId}`,
      ratedName: `rated-${casGoalId}`,
      text,
      rated,
    })),
    ratings: [
      { value: '', text: 'Not rated yet' },
      { value: '1', text: '1, a long way to go' },
      ...['2', '3', '4'].map((value) => ({ value, text: value })),
      { value: '5', text: '5, there' },
    ],
    legalBases: LEGAL_BASES.filter((value) => !NOT_PLANNED.includes(value) || value === form.legalBasis).map(
      (value) => ({ value, text: LEGAL_BASIS_WORDS[value] }),
    ),
    nightsPer: NIGHTS_PER.map((value) => ({ value, text: NIGHTS_PER_WORDS[value] })),
  };
}
