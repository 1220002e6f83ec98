import type { CasPlanStatus } from './cas-plan';

const CAS_PLAN_ACTIONS = [
  'support',
  'goals',
  'key-worker',
  'short-break-plans',
  'dormancy',
  'reopening',
  'closure',
] as const;
export type CasPlanActionName = (typeof CAS_PLAN_ACTIONS)[number];

/** What may be done with a CAS plan now, and why the rest may not. */
export interface CasPlanAction {
  readonly name: CasPlanActionName;
  readonly allowed: boolean;
  readonly why?: string;
}

/** The key worker of a closed plan still answers for its records, so it can be handed over. */
const FROM: Readonly<Record<CasPlanActionName, readonly CasPlanStatus[]>> = {
  support: ['open', 'dormant'],
  goals: ['open'],
  'key-worker': ['open', 'dormant', 'closed'],
  'short-break-plans': ['open'],
  dormancy: ['open'],
  reopening: ['dormant'],
  closure: ['open', 'dormant'],
};

const SAID: Readonly<Record<CasPlanStatus, string>> = {
  open: 'The CAS plan is open already.',
  dormant: 'The CAS plan is dormant. Reopen it first.',
  closed: 'The CAS plan is closed. Open a new one for the family.',
};

/** `mayChange`: whether this person's role may change plans. */
export function casPlanActions(status: CasPlanStatus, mayChange: boolean): CasPlanAction[] {
  return CAS_PLAN_ACTIONS.map((name) => {
    const why = mayChange ? whyNotToCasPlan(name, status) : 'Your role may not change plans.';
    return why === undefined ? { name, allowed: true } : { name, allowed: false, why };
  });
}

/** `undefined` when the action may be taken. */
export function whyNotToCasPlan(name: CasPlanActionName, status: CasPlanStatus): string | undefined {
  if (FROM[name].includes(status)) return undefined;
  return name === 'dormancy' && status === 'dormant' ? 'The CAS plan is dormant already.' : SAID[status];
}
