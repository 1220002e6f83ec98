import { readEnvironment } from '../../config/environment';

const KEY = 'unit-8b9b5b0e-2f55-4b0c-8a0d-0d1c8a3f6a11-5c1f7e2a-90d4-4a37-b6a4-3f1d2c9e8b70';
const SMTP = {
  SMTP_URL: 'smtp://post:pa55@mail.example:587',
  NOTICES_FROM: 'Breaks <breaks@council.example>',
};
const NOTIFY = { NOTIFY_API_KEY: KEY, NOTIFY_TEMPLATE_ID: 'template' };

describe('notices', () => {
  it('go nowhere unless a way of sending is set up', () => {
    expect(readEnvironment({}).noticesGo).toEqual({ by: 'outbox' });
  });

  it('go by e-mail, or through GOV.UK Notify', () => {
    expect(readEnvironment(SMTP).noticesGo).toEqual({
      ...{ by: 'smtp', url: SMTP.SMTP_URL },
      from: SMTP.NOTICES_FROM,
    });
    expect(readEnvironment(NOTIFY).noticesGo).toEqual({
      ...{ by: 'notify', apiKey: KEY, templateId: 'template', url: undefined },
    });
  });

  it.each([
    ['both ways at once', { ...SMTP, ...NOTIFY }, /both set: choose one way/],
    ['a server that is none', { ...SMTP, SMTP_URL: 'http://mail:pa55@x' }, /SMTP_URL does not look like/],
    ['no address they come from', { SMTP_URL: SMTP.SMTP_URL }, /NOTICES_FROM must be the address/],
    ['a key that is none', { ...NOTIFY, NOTIFY_API_KEY: 'pa55' }, /NOTIFY_API_KEY does not look like/],
    ['no template', { NOTIFY_API_KEY: KEY }, /NOTIFY_TEMPLATE_ID is missing/],
    ['a service that has no address', { ...NOTIFY, NOTIFY_URL: 'here' }, /NOTIFY_URL is "here"/],
  ])('stop the start when there is %s, without saying a secret', (_, settings, why) => {
    expect(() => readEnvironment(settings)).toThrow(why);
    try {
      readEnvironment(settings);
    } catch (error) {
      expect(String(error)).not.toMatch(/pa55|8b9b5b0e/);
    }
  });
});

it('links lead to where the product listens, unless people find it elsewhere', () => {
  expect(readEnvironment({}).publicUrl).toBe('http://127.0.0.1:3000');
  expect(readEnvironment({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80');
  expect(readEnvironment({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  expect(readEnvironment({ PUBLIC_URL: 'https://breaks.council.example/' }).publicUrl).toBe(
    'https://breaks.council.example',
  );
  expect(() => readEnvironment({ PUBLIC_URL: 'breaks' })).toThrow(/PUBLIC_URL is "breaks"/);
});

const OIDC = {
  OIDC_ISSUER: 'https://sso.council.example',
  OIDC_CLIENT_ID: 'short-breaks',
  OIDC_CLIENT_SECRET: 'pa55',
  OIDC_ROLES: 'CN=Managers,OU=Breaks=manager; breaks-staff=staff',
};
const PRODUCTION = { ...OIDC, PRODUCTION: 'on', PUBLIC_URL: 'https://breaks.council.example' };

describe('the council’s sign-in', () => {
  it('is set up by naming the provider and which of its groups is which role', () => {
    expect(readEnvironment(OIDC).openId).toEqual({
      issuer: 'https://sso.council.example',
      clientId: 'short-breaks',
      clientSecret: 'pa55',
      audience: undefined,
      scopes: 'openid profile email',
      roleClaim: 'roles',
      roles: [
        ['CN=Managers,OU=Breaks', 'manager'],
        ['breaks-staff', 'staff'],
      ],
      units: { by: 'administrator' },
      teamClaim: undefined,
    });
  });

  it('may say which units and which team somebody works for', () => {
    const units = { OIDC_UNIT_CLAIM: 'homes', OIDC_UNITS: 'larch=Larch House;all=*' };
    expect(readEnvironment({ ...OIDC, ...units, OIDC_TEAM_CLAIM: 'team' }).openId).toMatchObject({
      units: {
        by: 'claim',
        claim: 'homes',
        units: [
          ['larch', 'Larch House'],
          ['all', '*'],
        ],
      },
      teamClaim: 'team',
    });
    expect(readEnvironment({ ...OIDC, OIDC_UNITS: '*' }).openId?.units).toEqual({ by: 'everyone' });
  });

  it.each([
    ['no client', { ...OIDC, OIDC_CLIENT_ID: '' }, /OIDC_CLIENT_ID is not: the name/],
    ['no secret', { ...OIDC, OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET is not: what/],
    ['no roles', { ...OIDC, OIDC_ROLES: '' }, /OIDC_ROLES is not: which value/],
    ['a role that is none', { ...OIDC, OIDC_ROLES: 'a=boss' }, /the role "boss": there are manager,/],
    ['roles that do not read', { ...OIDC, OIDC_ROLES: 'manager' }, /has "manager": write value=meaning/],
    [
      'an unguarded provider',
      { ...OIDC, OIDC_ISSUER: 'http://sso.council.example' },
      /OIDC_ISSUER is "http:/,
    ],
    ['an API named as the client', { ...OIDC, OIDC_AUDIENCE: 'short-breaks' }, /identity tokens would open/],
    ['scopes without openid', { ...OIDC, OIDC_SCOPES: 'profile' }, /must name "openid"/],
    ['units without a claim', { ...OIDC, OIDC_UNITS: 'a=Larch House' }, /OIDC_UNIT_CLAIM is not/],
    ['all but a provider', { ...OIDC, OIDC_ISSUER: '' }, /OIDC_CLIENT_ID is set and OIDC_ISSUER is not/],
  ])('stops the start when there is %s, without saying a secret', (_, settings, why) => {
    expect(() => readEnvironment(settings)).toThrow(why);
    expect(() => readEnvironment(settings)).not.toThrow(/pa55/);
  });
});

describe('in production', () => {
  it('the product starts with a provider and an address by https, and without a demonstration', () => {
    expect(readEnvironment(PRODUCTION)).toMatchObject({ production: true, demo: false });
    expect(readEnvironment({ ...PRODUCTION, PRODUCTION: '', NODE_ENV: 'production' }).production).toBe(true);
    expect(readEnvironment({ NODE_ENV: 'production', PRODUCTION: 'off' })).toMatchObject({
      production: false,
      demo: true,
    });
  });

  it.each([
    [
      'without a provider',
      { PRODUCTION: 'on', PUBLIC_URL: PRODUCTION.PUBLIC_URL },
      /Set OIDC_ISSUER, OIDC_CLIENT_ID/,
    ],
    ['when Node is told so', { NODE_ENV: 'production' }, /OIDC_ISSUER is not set, and this is production/],
    ['with the demonstration', { PRODUCTION: 'on', DEMO: 'on' }, /DEMO is "on" in production/],
    ['by a line others can read', { ...PRODUCTION, PUBLIC_URL: 'http://breaks' }, /PUBLIC_URL must be set/],
    ['at no address', { ...PRODUCTION, PUBLIC_URL: '' }, /PUBLIC_URL must be set in production/],
    [
      'with a provider on this machine',
      { ...PRODUCTION, OIDC_ISSUER: 'http://localhost:1' },
      /OIDC_ISSUER must begin/,
    ],
  ])('it refuses to start %s', (_, settings, why) => {
    expect(() => readEnvironment(settings)).toThrow(why);
  });
});

it('refuses a demonstration beside the council’s own sign-in', () => {
  expect(() => readEnvironment({ ...OIDC, DEMO: 'on' })).toThrow(/DEMO is "on" and OIDC_ISSUER is set/);
  expect(readEnvironment(OIDC).demo).toBe(false);
});

it('starts for other machines only over https, because nobody could sign in otherwise', () => {
  const lost = /without https, and could not sign in: set PUBLIC_URL/;
  expect(() => readEnvironment({ PUBLIC_URL: 'http://breaks.council.example' })).toThrow(lost);
  expect(() => readEnvironment({ HOST: '10.0.0.5' })).toThrow(lost);
  for (const PUBLIC_URL of [
    'http://localhost:3000',
    'http://127.0.0.2',
    'http://[::1]:8',
    'https://10.0.0.5',
  ])
    expect(readEnvironment({ PUBLIC_URL }).publicUrl).toBe(PUBLIC_URL);
});

it('says whom to tell of a weakness only by an address one can write to', () => {
  expect(readEnvironment({}).securityContact).toBeUndefined();
  const contact = 'mailto:security@council.example';
  expect(readEnvironment({ SECURITY_CONTACT: contact }).securityContact).toBe(contact);
  expect(() => readEnvironment({ SECURITY_CONTACT: 'Ask Ann' })).toThrow(/SECURITY_CONTACT is "Ask Ann"/);
});
