import type { FieldError } from '../platform/problem';
import { NEW_GOAL, SET_ASIDE, type FateForm } from './noticed-form';
import { noticedLine } from './noticed-list.view';
import type { GoalOfFamily, NoticedThing } from './noticed-things.reader';

export function noticedSettlingView(
  thing: NoticedThing,
  goals: readonly GoalOfFamily[],
  form: FateForm,
  errors: readonly FieldError[],
) {
  return {
    title: 'What becomes of it?',
    caption: thing.youngPersonName,
    back: { text: 'Back to what was noticed', href: '/noticed' },
    action: `/noticed/${thing.id}`,
    errors,
    line: { ...noticedLine(thing, false), name: 'What was noticed' },
    form: thing.status === 'open' ? form : undefined,
    fates: [
      ...goals.map(({ id, text }) => ({ value: id, text: `Fold it into: ${text}` })),
      ...(thing.keyWorkerName ? [{ value: NEW_GOAL, text: 'Make it a new goal of the CAS plan' }] : []),
      { value: SET_ASIDE, text: 'Set it aside' },
    ],
    mayAddGoal: thing.keyWorkerName !== null,
  };
}
