import type { OpenIdSettings } from '../../config/openid';
import { read } from '../../src/accounts/claims';

const SETTINGS: OpenIdSettings = {
  ...{ issuer: 'https://sso.council.example', clientId: 'a', clientSecret: 'b', audience: undefined },
  ...{ scopes: 'openid', roleClaim: 'realm_access.roles', teamClaim: undefined },
  units: { by: 'administrator' },
  roles: [
    ['managers', 'manager'],
    ['staff', 'staff'],
  ],
};

const of = (claims: object, settings: Partial<OpenIdSettings> = {}) =>
  read({ sub: 'ruth', realm_access: { roles: ['staff'] }, ...claims }, { ...SETTINGS, ...settings });

describe('a role', () => {
  it('is the first listed of those somebody has', () => {
    expect(of({ realm_access: { roles: ['other', 'staff', 'managers'] } })?.role).toBe('manager');
    expect(of({})?.role).toBe('staff');
  });

  it('is told by a claim of that very name, dots and all, or by the way the dots lead', () => {
    expect(
      of({ 'https://council.example/roles': 'managers' }, { roleClaim: 'https://council.example/roles' })
        ?.role,
    ).toBe('manager');
    expect(of({ 'realm_access.roles': ['managers'] })?.role).toBe('manager');
  });

  it.each([{}, null, 'staff ', ['Staff'], { roles: 7 }, { roles: [{ staff: true }] }])(
    'is none in %j',
    (told) => {
      expect(of({ realm_access: told })).toBeUndefined();
    },
  );

  it('is not found among what every object has', () => {
    expect(of({}, { roleClaim: 'constructor.name', roles: [['Object', 'manager']] })).toBeUndefined();
  });

  it('is nobody’s without a subject', () => {
    expect(of({ sub: undefined })).toBeUndefined();
    expect(of({ sub: '' })).toBeUndefined();
  });
});

describe('units', () => {
  const units = (rule: OpenIdSettings['units'], claims = {}) => of(claims, { units: rule })?.units;
  const mapped: OpenIdSettings['units'] = {
    by: 'claim',
    claim: 'homes',
    units: [
      ['l', 'Larch House'],
      ['all', '*'],
    ],
  };

  it('are an administrator’s to say unless told otherwise', () => {
    expect(units({ by: 'administrator' })).toBeUndefined();
    expect(units({ by: 'everyone' })).toBe('all');
  });

  it('are those the claim’s values stand for, and every one only by the value that says so', () => {
    expect(units(mapped, { homes: ['l', 'x'] })).toEqual(['Larch House']);
    expect(units(mapped, { homes: ['l', 'all'] })).toBe('all');
    expect(units(mapped, { homes: '*' })).toEqual([]);
    expect(units(mapped)).toEqual([]);
  });

  it('may be named by the claim itself, which cannot mean every one', () => {
    expect(units({ by: 'claim', claim: 'homes', units: [] }, { homes: ['Elm House', '*'] })).toEqual([
      'Elm House',
      '*',
    ]);
  });
});

it('what is told of a person is cut to what fits in a letter’s head', () => {
  expect(of({ name: 'Ruth\r\nBcc: all', email: 'ruth@council.example' })).toMatchObject({
    name: 'Ruth Bcc: all',
    email: 'ruth@council.example',
  });
  expect(of({ given_name: 'Ruth', family_name: 'Calder' })?.name).toBe('Ruth Calder');
  expect(of({ email: 'ruth@council.example\r\nBcc: all' })?.email).toBeUndefined();
  expect(of({ email: 'ruth@council.example', email_verified: false })?.email).toBeUndefined();
  expect(of({ name: 'x'.repeat(500) })?.name).toHaveLength(200);
});

it('a team is the claim’s, none where it is silent, and an administrator’s where there is no such claim', () => {
  expect(of({ team: 'North' }, { teamClaim: 'team' })?.team).toBe('North');
  expect(of({}, { teamClaim: 'team' })?.team).toBeNull();
  expect(of({ team: 'North' })?.team).toBeUndefined();
});
