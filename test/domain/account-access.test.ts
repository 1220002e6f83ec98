import type { OpenIdSettings, UnitsRule } from '../../config/openid';
import {
  accessAfter,
  refuseWhatTheCouncilSays,
  saidByTheCouncil,
  type Access,
} from '../../src/accounts/account-access';

const before: Access = { role: 'staff', unitIds: ['a'], team: 'North', opensAt: null, closesAt: null };
const now = new Date('2026-03-11T12:00:00Z');

function council(units: UnitsRule, teamClaim?: string): OpenIdSettings {
  return {
    ...{ issuer: 'https://sso.council.example', clientId: 'a', clientSecret: 'b', audience: undefined },
    ...{ scopes: 'openid', roleClaim: 'groups', roles: [], units, teamClaim },
  };
}

const refusal = (after: Partial<Access>, settings: OpenIdSettings | undefined) => () => {
  refuseWhatTheCouncilSays(before, { ...before, ...after }, settings);
};

describe('beside the council’s sign-in', () => {
  it('a role is changed there, and it is said where', () => {
    const settings = council({ by: 'administrator' });
    expect(refusal({ role: 'manager' }, settings)).toThrow(
      'Change it there: https://sso.council.example, claim "groups".',
    );
    expect(refusal({ unitIds: null, team: null, closesAt: now }, settings)).not.toThrow();
    expect(refusal({ role: 'manager' }, undefined)).not.toThrow();
  });

  it('units and team are an administrator’s to say only where no claim or setting says them', () => {
    const claim = council({ by: 'claim', claim: 'homes', units: [] }, 'team');
    expect(refusal({ unitIds: null }, claim)).toThrow(/claim "homes"/);
    expect(refusal({ team: 'South' }, claim)).toThrow(/claim "team"/);
    expect(refusal({ unitIds: [] }, council({ by: 'everyone' }))).toThrow(/OIDC_UNITS/);
    expect(saidByTheCouncil(claim)).toEqual({ role: true, units: true, team: true });
    expect(saidByTheCouncil(undefined)).toEqual({ role: false, units: false, team: false });
  });
});

describe('what an account becomes', () => {
  it('is what was asked, and otherwise what it was', () => {
    expect(accessAfter(before, { team: null }, now)).toEqual({ ...before, team: null });
    expect(accessAfter(before, { unitIds: ['b', 'b'] }, now)).toEqual({ ...before, unitIds: ['b'] });
  });

  it('gets an end when it becomes a visitor’s', () => {
    expect(accessAfter(before, { role: 'visitor' }, now)).toMatchObject({
      opensAt: now,
      closesAt: new Date('2026-04-11T12:00:00Z'),
    });
  });
});
