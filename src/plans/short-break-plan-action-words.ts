import type { ShortBreakPlanActionName } from '../domain/short-break-plan-actions';

/** Actions with a small form of their own. */
export type FormedPlanAction = Exclude<ShortBreakPlanActionName, 'terms' | 'revision'>;

interface ActionWords {
  readonly title: string;
  readonly button: string;
  readonly done: string;
  readonly isWarning?: boolean;
}

export const PLAN_ACTION_WORDS: Readonly<Record<ShortBreakPlanActionName, ActionWords>> = {
  agreement: { title: 'Agree the plan', button: 'Agree the plan', done: 'You have agreed the plan.' },
  terms: {
    title: 'Change the draft',
    button: 'Save the change',
    done: 'The change is saved as a new version. Both sides have to agree it.',
  },
  revision: { title: 'Revise the plan', button: 'Save as a draft', done: '' },
  consent: { title: 'Record consent', button: 'Record consent', done: 'The consent is recorded.' },
  'consent-withdrawal': {
    title: 'Record that consent was withdrawn',
    button: 'Record it',
    done: 'It is recorded. Nothing was cancelled: settle the stays ahead.',
    isWarning: true,
  },
  ending: { title: 'End the plan', button: 'End the plan', done: 'The plan is ended.', isWarning: true },
};

export const PLAN_ACTIONS_IN_ORDER = Object.keys(PLAN_ACTION_WORDS) as ShortBreakPlanActionName[];

export const PLAN_FORMS: readonly FormedPlanAction[] = [
  'agreement',
  'consent',
  'consent-withdrawal',
  'ending',
];
