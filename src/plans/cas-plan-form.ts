import { SUPPORT_KINDS } from '../domain/cas-plan';
import { wrongDate, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import type { NewCasPlanDto } from './cas-plan.dto';
import { linesOf } from './plan-lines';

const LONGEST_GOAL = 1000;

/** The answers to "open a CAS plan". */
export interface CasPlanForm {
  readonly key: string;
  readonly keyWorkerId: string;
  readonly support: string;
  readonly socialWorker: string;
  readonly startsOn: string;
  readonly reviewOn: string;
  /** One a line. */
  readonly goals: string;
}

export function casPlanIn(sent: SentForm): CasPlanForm {
  return {
    key: typed(sent, 'key'),
    keyWorkerId: typed(sent, 'keyWorkerId'),
    support: typed(sent, 'support'),
    socialWorker: typed(sent, 'socialWorker'),
    startsOn: typed(sent, 'startsOn'),
    reviewOn: typed(sent, 'reviewOn'),
    goals: typed(sent, 'goals'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function casPlanAsked(familyId: string, form: CasPlanForm): NewCasPlanDto {
  const { startsOn, reviewOn, socialWorker, keyWorkerId } = form;
  const support = SUPPORT_KINDS.find((each) => each === form.support);
  const goals = linesOf(form.goals);
  const errors: FieldError[] = [
    ...(support ? [] : [{ pointer: '/support', detail: 'Choose how the family is supported.' }]),
    ...(socialWorker ? wrongText({ name: 'socialWorker', value: socialWorker, ask: '' }) : []),
    ...wrongDate({ name: 'startsOn', value: startsOn, ask: 'Enter the day the plan begins.' }),
    ...wrongDate({ name: 'reviewOn', value: reviewOn, ask: 'Enter the day it is reviewed.' }),
    ...wrongGoals(goals),
  ];
  if (errors.length > 0 || !support) throw new Misshapen(errors);
  return {
    ...{ familyId, support, startsOn, reviewOn, goals: goals.map((text) => ({ text })) },
    ...(socialWorker ? { socialWorker } : {}),
    ...(isId(keyWorkerId) ? { keyWorkerId } : {}),
  };
}

function wrongGoals(goals: readonly string[]): FieldError[] {
  if (goals.length === 0) return [{ pointer: '/goals', detail: 'Enter at least one goal.' }];
  const isTooLong = goals.some((goal) => goal.length > LONGEST_GOAL);
  return isTooLong
    ? [{ pointer: '/goals', detail: `Use ${LONGEST_GOAL} characters or fewer for a goal.` }]
    : [];
}
