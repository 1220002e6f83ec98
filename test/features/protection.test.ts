import { connect } from 'node:net';
import { once } from 'node:events';
import request, { type Response } from 'supertest';
import { USUAL } from '../../src/platform/protection/protection';
import { PASSWORD } from '../support/accounts';
import { BrowserSession } from '../support/browser-session';
import { SetClock, startProduct, type Product } from '../support/product';

const NOON = new Date('2026-03-11T12:00:00Z');
const CONTACT = 'mailto:security@council.example';

let product: Product;
beforeAll(async () => {
  const timeouts = { headers: 300, request: 600, idle: 1000, look: 50 };
  const protection = { ...USUAL, proxies: 1, securityContact: CONTACT, timeouts };
  product = await startProduct(new SetClock(), { publicUrl: 'https://breaks.council.example', protection });
});
beforeEach(() => {
  product.clock.at = NOON;
});
afterAll(() => product.close());

const get = (path: string, accept = 'text/html') => request(product.baseUrl).get(path).set('Accept', accept);
const detailOf = ({ body }: Response) => (body as { detail: string }).detail;

describe('every answer', () => {
  it('lets no script run but those with its own nonce', async () => {
    const [first, second] = [await get('/cookies'), await get('/cookies')];
    const nonces = [first, second].map(({ headers, text }) => {
      const policy = headers['content-security-policy'] ?? '';
      const [, nonce = ''] = /script-src 'nonce-([^']+)';/.exec(policy) ?? [];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      const scripts = text.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(text).not.toMatch(/ on\w+="|<style| style="/);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('is kept by nobody on the way, but for files that are the same for all', async () => {
    for (const path of ['/cookies', '/sign-in', '/units', '/api/units', '/no-such-page'])
      expect([path, (await get(path)).headers['cache-control']]).toEqual([path, 'no-store']);
    expect((await product.as('manager').get('/api/units')).headers['cache-control']).toBe('no-store');
    expect((await product.page('manager').get('/units')).headers['cache-control']).toBe('no-store');
    expect((await get('/assets/govuk/govuk-frontend.min.js')).headers['cache-control']).toContain('public');
  });

  it('is packed for people and programs of ours, and never where another site had a browser ask', async () => {
    const packed = async (headers: Readonly<Record<string, string>>, path = '/board') => {
      const answer = await fetch(product.baseUrl + path, {
        headers: { 'Accept-Encoding': 'gzip', ...headers },
      });
      await answer.body?.cancel();
      return answer.headers.get('content-encoding');
    };
    const browser = product.headersOf('manager');
    expect(await packed({ ...browser, 'Sec-Fetch-Site': 'none' })).toBe('gzip');
    expect(await packed({ ...browser, 'Sec-Fetch-Site': 'same-origin' })).toBe('gzip');
    expect(await packed({ ...browser, 'Sec-Fetch-Site': 'cross-site' })).toBeNull();
    expect(await packed({ ...browser, 'Sec-Fetch-Site': 'same-site' })).toBeNull();
    expect(await packed(browser)).toBeNull();
    const program = { Authorization: `Bearer ${product.tokenOf('manager')}` };
    expect(await packed(program, '/api/openapi.json')).toBe('gzip');
    expect(await packed({ ...program, 'Accept-Encoding': 'identity' }, '/api/openapi.json')).toBeNull();
  });

  it('asks browsers for https, no frames, no devices and no other site’s windows', async () => {
    const { headers } = await get('/cookies');
    expect(headers).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=31536000/) as string,
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=()') as string,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('of the API’s description runs its own scripts alone', async () => {
    const { status, headers } = await get('/api/docs');
    expect([status, headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("script-src 'self';"),
    ]);
  });
});

describe('passwords', () => {
  const guess = (user: string, from: string, password = 'guess') =>
    request(product.baseUrl)
      .post('/api/sign-in')
      .set('X-Forwarded-For', `198.51.100.1, ${from}`)
      .send({ user, password });

  it('are tried five times for one name, then ever more slowly, and nobody is told whether it exists', async () => {
    for (const user of ['edt-2', 'nobody-of-that-name']) {
      product.clock.at = NOON;
      for (let time = 0; time < 5; time += 1) expect((await guess(user, '203.0.113.1')).status).toBe(401);
      const locked = await guess(user, '203.0.113.2', PASSWORD);
      expect([locked.status, locked.headers['retry-after'], detailOf(locked)]).toEqual([
        ...[429, '60'],
        'There were too many wrong passwords for this user name. Try again in a minute, after 12:01.',
      ]);
      product.clock.at = new Date(NOON.getTime() + 60_000);
      expect((await guess(user, '203.0.113.1')).status).toBe(401);
      expect((await guess(user, '203.0.113.1')).headers['retry-after']).toBe('120');
    }
  });

  it('that are right begin anew', async () => {
    for (const [password, status] of Object.entries({ a: 401, b: 401, c: 401, d: 401, [PASSWORD]: 200 }))
      expect((await guess('visitor', '203.0.113.3', password)).status).toBe(status);
    for (let time = 0; time < 4; time += 1) expect((await guess('visitor', '203.0.113.3')).status).toBe(401);
    expect((await guess('visitor', '203.0.113.3', PASSWORD)).status).toBe(200);
  });

  it('are no quicker guessed all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('auditor', '203.0.113.4')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('are tried a hundred times from one address', async () => {
    const hash = `sha256('address 203.0.113.5')`;
    await product.dataSource.query(
      `INSERT INTO sign_in_attempts (key, wrong, last_at) VALUES (${hash}, 99, $1)`,
      [NOON],
    );
    expect((await guess('finance', '203.0.113.5')).status).toBe(401);
    const locked = await guess('deputy', '203.0.113.5', PASSWORD);
    expect([locked.status, locked.headers['retry-after']]).toEqual([429, '900']);
    expect((await guess('deputy', '203.0.113.6', PASSWORD)).status).toBe(200);
  });

  it('keep whoever works alone at 2 am no longer than the page says', async () => {
    product.clock.at = new Date('2026-03-12T02:03:30Z');
    const browser = new BrowserSession(product);
    for (let time = 0; time < 5; time += 1) await browser.signIn('edt', {}, 'guess');
    const { status, headers, text } = await browser.signIn('edt');
    expect([status, headers['retry-after']]).toEqual([429, '60']);
    expect(text).toContain('Try again in a minute, after 02:04.');
    product.clock.at = new Date('2026-03-12T02:04:30Z');
    expect((await browser.signIn('edt')).status).toBe(303);
  });
});

describe('one who asks too often', () => {
  it('is told when to ask again, by account wherever they are and by address whoever they are', async () => {
    const few = await startProduct(new SetClock(), {
      protection: { ...USUAL, requestsPerMinute: 5, proxies: 1 },
    });
    const ask = (from: string, as?: 'staff') =>
      (as ? few.page(as) : request(few.baseUrl)).get('/cookies').set('X-Forwarded-For', from);
    for (let time = 0; time < 5; time += 1) expect((await ask('203.0.113.1')).status).toBe(200);
    const late = await ask('203.0.113.1').set('Accept', 'text/html');
    expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    expect(late.text).toMatch(
      /More than 5 requests came from this address within a minute\. Try again in \d+ seconds/,
    );
    for (const end of [1, 2, 3, 4, 5]) expect((await ask(`198.51.100.${end}`, 'staff')).status).toBe(200);
    const account = await ask('198.51.100.6', 'staff');
    expect([account.status, account.text.includes('came from this account')]).toEqual([429, true]);
    expect((await ask('198.51.100.6')).status).toBe(200);
    await few.close();
  });
});

it('believes no address a stranger says it comes from when no proxy stands before it', async () => {
  const bare = await startProduct(new SetClock(), { protection: { ...USUAL, requestsPerMinute: 2 } });
  const statuses = [];
  for (const from of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
    statuses.push((await request(bare.baseUrl).get('/cookies').set('X-Forwarded-For', from)).status);
  expect(statuses).toEqual([200, 200, 429]);
  await bare.close();
});

it.each([
  ['headers', 'GET /cookies HTTP/1.1\r\nHost: a\r\n'],
  [
    'body',
    'POST /api/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  ],
])('closes the line of one who sends their %s without end', async (_, sent) => {
  const { hostname, port } = new URL(product.baseUrl);
  const socket = connect(Number(port), hostname);
  const said: Buffer[] = [];
  socket.on('data', (part: Buffer) => said.push(part));
  socket.write(sent);
  await once(socket, 'close');
  expect(Buffer.concat(said).toString()).toContain('HTTP/1.1 408');
});

it('tells nothing of its inside when something breaks', async () => {
  product.app.useLogger(false);
  await product.dataSource.query('ALTER TABLE rooms RENAME TO moved_rooms');
  const api = await product.as('manager').get('/api/units');
  const page = await product.page('manager').get('/units');
  await product.dataSource.query('ALTER TABLE moved_rooms RENAME TO rooms');
  for (const { status, text } of [api, page]) {
    expect(status).toBe(500);
    expect(text).toContain('It has been logged');
    expect(text).not.toMatch(/moved_|relation|QueryFailed|\.js:|\.ts:|node_modules|\n\s+at /);
  }
  const views = product.app.getHttpAdapter().getInstance().get('nunjucksEnv') as {
    addFilter(name: string, act: () => never): void;
  };
  views.addFilter('fieldId', () => {
    throw new Error('A template broke.');
  });
  const drawn = await product.page('manager').get('/units/new');
  expect([drawn.status, /template broke|node_modules|\.js:|\.njk/.test(drawn.text)]).toEqual([500, false]);
});

it('says whom to tell of a weakness, and asks search engines to stay away', async () => {
  const { status, text, type } = await get('/.well-known/security.txt');
  expect([status, type]).toEqual([200, 'text/plain']);
  expect(text).toBe(`Contact: ${CONTACT}\nExpires: 2026-09-09T12:00:00.000Z\nPreferred-Languages: en\n`);
  expect((await get('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
});
