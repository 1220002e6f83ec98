import type { CasPlanStatus } from './cas-plan';
import type { ShortBreakPlanStatus } from './short-break-plan';

const SHORT_BREAK_PLAN_ACTIONS = [
  'terms',
  'agreement',
  'revision',
  'consent',
  'consent-withdrawal',
  'ending',
] as const;
export type ShortBreakPlanActionName = (typeof SHORT_BREAK_PLAN_ACTIONS)[number];

/** What may be done with a short-break plan now, and why the rest may not. */
export interface ShortBreakPlanAction {
  readonly name: ShortBreakPlanActionName;
  readonly allowed: boolean;
  readonly why?: string;
}

interface ActedOn {
  readonly status: ShortBreakPlanStatus;
  readonly hasConsent: boolean;
  readonly casPlan: CasPlanStatus;
  /** The sides the person asking can agree for have agreed already. */
  readonly hasAgreed: boolean;
}

const FROM: Readonly<Record<ShortBreakPlanActionName, readonly ShortBreakPlanStatus[]>> = {
  terms: ['draft'],
  agreement: ['draft'],
  revision: ['agreed'],
  consent: ['draft', 'agreed'],
  'consent-withdrawal': ['draft', 'agreed'],
  ending: ['draft', 'agreed'],
};

const SAID: Readonly<Record<ShortBreakPlanStatus, string>> = {
  draft: 'The plan is a draft: change it as it is.',
  agreed: 'The plan is agreed. Make a revision of it, and have that agreed.',
  ended: 'The plan has ended.',
};

const NEEDS_OPEN: readonly ShortBreakPlanActionName[] = ['terms', 'agreement', 'revision'];

/** `mayChange`: whether this person's role may change plans. */
export function shortBreakPlanActions(plan: ActedOn, mayChange: boolean): ShortBreakPlanAction[] {
  return SHORT_BREAK_PLAN_ACTIONS.map((name) => {
    const why = mayChange ? whyNotToShortBreakPlan(name, plan) : 'Your role may not change plans.';
    return why === undefined ? { name, allowed: true } : { name, allowed: false, why };
  });
}

/** `undefined` when the action may be taken. */
export function whyNotToShortBreakPlan(
  name: ShortBreakPlanActionName,
  { status, hasConsent, casPlan, hasAgreed }: ActedOn,
): string | undefined {
  if (!FROM[name].includes(status))
    return name === 'agreement' && status === 'agreed' ? 'Both sides have agreed the plan.' : SAID[status];
  if (NEEDS_OPEN.includes(name) && casPlan !== 'open')
    return `The family’s CAS plan is ${casPlan}, so no short-break plan can be agreed in it.`;
  if (name === 'agreement' && hasAgreed) return 'You have agreed it. The other side has not yet.';
  if (name === 'consent-withdrawal' && !hasConsent) return 'There is no consent to withdraw.';
  return undefined;
}
