import request from 'supertest';
import { COOKIE } from '../../src/accounts/session.middleware';
import { Jobs } from '../../src/platform/jobs/jobs';
import { PASSWORD } from '../support/accounts';
import { BrowserSession } from '../support/browser-session';
import { formTokenIn } from '../support/form-token-in';
import { startProduct, type Product } from '../support/product';

const NOON = new Date('2026-03-11T12:00:00Z');

let product: Product;
let browser: BrowserSession;

beforeAll(async () => {
  product = await startProduct();
});
beforeEach(() => {
  product.clock.at = NOON;
  browser = new BrowserSession(product);
});
afterAll(() => product.close());

const after = (minutes: number) => {
  product.clock.at = new Date(product.clock.at.getTime() + minutes * 60_000);
};
const isIn = async () => (await browser.get('/cookies')).text.includes('Sign out');
const sessions = () => product.dataSource.query<{ kind: string }[]>('SELECT kind FROM sessions');

describe('a cookie', () => {
  it('is one that scripts, other hosts and plain lines cannot get at', async () => {
    const { headers } = await browser.signIn('staff');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-short-breaks=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  it('is a new one at every sign-in, and the one before opens nothing any longer', async () => {
    browser.cookies.set(COOKIE, 'a'.repeat(43));
    await browser.signIn('staff');
    const first = browser.cookies.get(COOKIE) ?? '';
    expect(first).not.toBe('a'.repeat(43));
    await browser.signIn('manager');
    expect(browser.cookies.get(COOKIE)).not.toBe(first);
    browser.cookies.set(COOKIE, first);
    expect(await isIn()).toBe(false);
  });

  it('opens nothing once its owner has signed out, whoever kept it', async () => {
    await browser.signIn('staff');
    const kept = browser.cookies.get(COOKIE) ?? '';
    const { text } = await browser.get('/cookies');
    const { headers } = await browser.post('/sign-out', { formToken: formTokenIn(text) });
    expect([headers['location'], browser.cookies.has(COOKIE)]).toEqual(['/sign-in', false]);
    browser.cookies.set(COOKIE, kept);
    expect(await isIn()).toBe(false);
  });

  it('is no place for a program’s token, which would not end by itself', async () => {
    const answer = await request(product.baseUrl)
      .post('/api/sign-in')
      .send({ user: 'staff', password: PASSWORD });
    const { token } = answer.body as { token: string };
    browser.cookies.set(COOKIE, token);
    expect(await isIn()).toBe(false);
    const api = request(product.baseUrl).get('/api/units').set('Authorization', `Bearer ${token}`);
    expect((await api).status).toBe(200);
  });
});

describe('a page’s session', () => {
  it('ends when nothing is done for fifteen minutes, and says so', async () => {
    await browser.signIn('staff');
    for (const minutes of [14, 14, 14]) {
      after(minutes);
      expect(await isIn()).toBe(true);
    }
    after(15);
    const { status, headers } = await browser.get('/units?a=b');
    expect([status, headers['location']]).toEqual([303, '/sign-in?next=%2Funits%3Fa%3Db']);
    const { text } = await browser.get('/sign-in');
    expect(text).toContain('You were signed out because nothing was done for 15 minutes.');
    after(-15);
    expect(await isIn()).toBe(false);
  });

  it('writes down that it is used once a minute at most', async () => {
    const lastUse = async () => {
      const kept = await product.dataSource.query<{ at: Date }[]>(
        'SELECT max(last_used_at) AS at FROM sessions WHERE last_used_at < $1',
        ['2027-01-01'],
      );
      return kept[0]?.at;
    };
    product.clock.at = new Date('2026-03-12T12:00:00Z');
    await browser.signIn('staff');
    const first = await lastUse();
    after(0.9);
    await browser.get('/cookies');
    expect(await lastUse()).toEqual(first);
    after(0.2);
    await browser.get('/cookies');
    expect(await lastUse()).toEqual(product.clock.at);
  });

  it('ends twelve hours after it began, however busy', async () => {
    await browser.signIn('staff');
    for (let hour = 0; hour < 11 * 60 + 55; hour += 14) {
      after(14);
      await browser.get('/cookies');
    }
    product.clock.at = new Date(NOON.getTime() + 12 * 3_600_000);
    expect(await isIn()).toBe(false);
    expect((await browser.get('/sign-in')).text).toContain('you signed in more than 12 hours ago');
  });

  it('ends for good when the role it was opened in changes', async () => {
    await browser.signIn('edt-2');
    const become = (role: string) =>
      product.dataSource.query(`UPDATE accounts SET role = $1 WHERE username = 'edt-2'`, [role]);
    await become('staff');
    expect(await isIn()).toBe(false);
    expect((await browser.get('/sign-in')).text).toContain('You were signed out because your role changed.');
    await become('edt');
    expect(await isIn()).toBe(false);
  });

  it('ends when the account closes', async () => {
    await browser.signIn('visitor');
    const closes = new Date(NOON.getTime() + 60_000);
    await product.dataSource.query(`UPDATE accounts SET closes_at = $1 WHERE username = 'visitor'`, [closes]);
    expect(await isIn()).toBe(true);
    after(1);
    expect(await isIn()).toBe(false);
    expect((await browser.get('/sign-in')).text).toContain('your account is not open now');
  });
});

describe('what was typed when the session had ended', () => {
  const typed = async () => {
    await browser.signIn('worker');
    const formToken = formTokenIn((await browser.get('/requests/new')).text);
    after(16);
    return browser.post('/requests/new', { formToken, reason: 'Typed for an hour' });
  };
  const keptIn = (text: string) =>
    (/name="kept" value="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"');

  it('comes back to whoever typed it, to be sent again', async () => {
    const { status, text } = await typed();
    expect([status, text.includes('nothing was done for 15 minutes')]).toEqual([401, true]);
    const again = await browser.post('/sign-in', {
      ...{ user: 'worker', password: PASSWORD, next: '/requests/new' },
      ...{ kept: keptIn(text), formToken: formTokenIn(text) },
    });
    expect(again.status).toBe(200);
    expect(again.text).toContain('Test worker');
    expect(again.text).toContain('value="Typed for an hour"');
    const sent = { formToken: formTokenIn(again.text), reason: 'Typed for an hour' };
    expect((await browser.post('/requests/new', sent)).status).not.toBe(403);
  });

  it('is shown to nobody else', async () => {
    const { text } = await typed();
    const other = await browser.post('/sign-in', {
      ...{ user: 'worker-2', password: PASSWORD, next: '/requests/new' },
      ...{ kept: keptIn(text), formToken: formTokenIn(text) },
    });
    expect([other.status, other.headers['location']]).toEqual([303, '/requests/new']);
    expect(other.text).not.toContain('Typed for an hour');
  });
});

it('removes sessions whose time is over, every night', async () => {
  const before = (await sessions()).length;
  await browser.signIn('staff');
  product.clock.at = new Date('2026-03-20T12:00:00Z');
  await product.app.get(Jobs).runNow('remove-sessions-that-ended');
  expect((await sessions()).length).toBeLessThan(before);
});
