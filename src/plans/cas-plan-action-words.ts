import type { CasPlanActionName } from '../domain/cas-plan-actions';

/** Actions with a form of their own; short-break plans are made from the page of the family. */
export type FormedCasPlanAction = Exclude<CasPlanActionName, 'short-break-plans'>;

interface ActionWords {
  readonly title: string;
  readonly button: string;
  readonly done: string;
  readonly isWarning?: boolean;
}

export const CAS_PLAN_ACTION_WORDS: Readonly<Record<FormedCasPlanAction, ActionWords>> = {
  goals: { title: 'Add a goal', button: 'Add the goal', done: 'The goal is in the plan.' },
  support: { title: 'Change the support', button: 'Change the support', done: 'The support is changed.' },
  'key-worker': {
    title: 'Hand over to another key worker',
    button: 'Hand the family over',
    done: 'The family is handed over.',
  },
  reopening: { title: 'Reopen the plan', button: 'Reopen the plan', done: 'The plan is open again.' },
  dormancy: {
    title: 'Make the plan dormant',
    button: 'Make the plan dormant',
    done: 'The plan is dormant. You can reopen it without a new referral.',
    isWarning: true,
  },
  closure: {
    title: 'Close the plan',
    button: 'Close the plan',
    done: 'The plan is closed.',
    isWarning: true,
  },
};

export const CAS_PLAN_FORMS = Object.keys(CAS_PLAN_ACTION_WORDS) as FormedCasPlanAction[];
