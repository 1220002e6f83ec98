import { casPlanActions, whyNotToCasPlan } from '../../src/domain/cas-plan-actions';
import { shortBreakPlanActions, whyNotToShortBreakPlan } from '../../src/domain/short-break-plan-actions';

const draft = { status: 'draft', casPlan: 'open', hasConsent: true, hasAgreed: false } as const;

describe('what may be done with a CAS plan', () => {
  it('follows its state, and says why the rest may not', () => {
    const allowed = (status: 'open' | 'dormant' | 'closed') =>
      casPlanActions(status, true)
        .filter((each) => each.allowed)
        .map(({ name }) => name);
    expect(allowed('open')).toEqual([
      'support',
      'goals',
      'key-worker',
      'short-break-plans',
      'dormancy',
      'closure',
    ]);
    expect(allowed('dormant')).toEqual(['support', 'key-worker', 'reopening', 'closure']);
    expect(allowed('closed')).toEqual(['key-worker']);
    expect(whyNotToCasPlan('reopening', 'open')).toBe('The CAS plan is open already.');
    expect(whyNotToCasPlan('dormancy', 'dormant')).toBe('The CAS plan is dormant already.');
    expect(casPlanActions('open', false).every(({ allowed: may, why }) => !may && why !== undefined)).toBe(
      true,
    );
  });
});

describe('what may be done with a short-break plan', () => {
  it('follows its state, its CAS plan’s and whether this person has agreed', () => {
    const allowed = (plan: Parameters<typeof shortBreakPlanActions>[0]) =>
      shortBreakPlanActions(plan, true)
        .filter((each) => each.allowed)
        .map(({ name }) => name);
    expect(allowed(draft)).toEqual(['terms', 'agreement', 'consent', 'consent-withdrawal', 'ending']);
    expect(allowed({ ...draft, status: 'agreed' })).toEqual([
      'revision',
      'consent',
      'consent-withdrawal',
      'ending',
    ]);
    expect(allowed({ ...draft, status: 'ended' })).toEqual([]);
    expect(allowed({ ...draft, casPlan: 'dormant', hasConsent: false })).toEqual(['consent', 'ending']);
    expect(whyNotToShortBreakPlan('agreement', { ...draft, hasAgreed: true })).toBe(
      'You have agreed it. The other side has not yet.',
    );
  });
});
