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
