import request from 'supertest';
import { COOKIE } from '../../src/accounts/session.middleware';
import { Jobs } from '../../src/platform/jobs/jobs';
import { PASSWORD } from '../support/accounts';
import { startCouncilProduct, type CouncilProduct } from '../support/oidc/council-product';
import { CLIENT } from '../support/oidc/provider';
import { Visitor } from '../support/oidc/visitor';

let council: CouncilProduct;
let url: string;
let larchHouse: string;

beforeAll(async () => {
  council = await startCouncilProduct();
  url = council.product.baseUrl;
  larchHouse = await council.openUnit('Larch House');
});
afterAll(() => council.close());

async function rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return council.product.dataSource.query<Row[]>(sql, parameters);
}

const accountOf = async (subject: string) =>
  (await rows<Record<string, unknown>>('SELECT * FROM accounts WHERE subject = $1', [subject]))[0];

const isSignedIn = async (visitor: Visitor) =>
  (await visitor.ask(`${url}/cookies`)).text.includes('Sign out');

const wrongWay = { status: 403, text: expect.stringContaining('You cannot sign in here') as string };

describe('signing in with the council', () => {
  it('leads to the page asked for, in the role, the units and the team the council gives', async () => {
    const visitor = new Visitor();
    const seen = await visitor.signIn(url, 'ruth', '/cookies?a=1');
    expect(seen.url.href).toBe(`${url}/cookies?a=1`);
    expect(seen.text).toContain('Ruth Calder');
    expect(seen.text).toContain('Registered manager');
    expect(await accountOf('ruth')).toMatchObject({
      ...{ issuer: council.provider.issuer, username: 'ruth.calder', name: 'Ruth Calder' },
      ...{ email: 'ruth@council.example', role: 'manager', unit_ids: [larchHouse], team: 'North' },
      password_hash: null,
    });
  });

  it('is written down, with what the account was opened as', async () => {
    const { id } = (await accountOf('ruth')) ?? {};
    const entries = await rows(
      'SELECT action, actor_id, after FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(entries).toMatchObject([
      { action: 'account.opened', actor_id: id, after: { role: 'manager', unitIds: [larchHouse] } },
      { action: 'person.signed-in', actor_id: id },
    ]);
  });

  it('opens a session of a page that knows its role and the council’s own session', async () => {
    const [session] = await rows(
      `SELECT kind, sessions.role, length(provider_session) > 0 AS known
       FROM sessions JOIN accounts ON accounts.id = account_id WHERE subject = 'ruth'`,
    );
    expect(session).toEqual({ kind: 'page', role: 'manager', known: true });
  });

  it('gives every unit only where the council says so', async () => {
    await new Visitor().signIn(url, 'priya');
    expect(await accountOf('priya')).toMatchObject({ role: 'staff', unit_ids: null, team: null });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example'])(
    'leads to no page of others: %j',
    async (to) => {
      expect((await new Visitor().signIn(url, 'priya', to)).url.origin).toBe(url);
    },
  );

  it('takes a new role, and what else has changed, at the next sign-in', async () => {
    const { provider } = council;
    await provider.knows({
      ada: { realm_access: { roles: ['breaks-staff'] }, name: 'Ada Byron', homes: ['larch'] },
    });
    await new Visitor().signIn(url, 'ada');
    expect(await accountOf('ada')).toMatchObject({ role: 'staff', unit_ids: [larchHouse] });
    await provider.knows({
      ada: { realm_access: { roles: ['breaks-workers'] }, name: 'Ada King', homes: ['demolished'] },
    });
    await new Visitor().signIn(url, 'ada');
    expect(await accountOf('ada')).toMatchObject({ role: 'worker', name: 'Ada King', unit_ids: [] });
    const changes = await rows(
      `SELECT before, after FROM audit_entries WHERE action = 'account.changed' ORDER BY id DESC LIMIT 1`,
    );
    expect(changes).toMatchObject([
      { before: { role: 'staff' }, after: { role: 'worker', name: 'Ada King' } },
    ]);
  });

  it('says why to somebody without a role here, and opens nothing', async () => {
    const seen = await new Visitor().signIn(url, 'nobody');
    expect(seen).toMatchObject({
      status: 403,
      text: expect.stringContaining('gives you no role in short breaks') as string,
    });
    expect(await accountOf('nobody')).toBeUndefined();
  });

  it('ends what is open of somebody whose role the council has taken away', async () => {
    await council.provider.knows({ bo: { realm_access: { roles: ['breaks-staff'] } } });
    const visitor = new Visitor();
    await visitor.signIn(url, 'bo');
    expect(await isSignedIn(visitor)).toBe(true);
    await council.provider.knows({ bo: { realm_access: { roles: [] } } });
    await new Visitor().signIn(url, 'bo');
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('gives a visitor 31 days, and no longer', async () => {
    await council.provider.knows({ vera: { realm_access: { roles: ['breaks-visitors'] } } });
    const visitor = new Visitor();
    await visitor.signIn(url, 'vera');
    expect(await isSignedIn(visitor)).toBe(true);
    const [days] = await rows(
      `SELECT closes_at - opens_at = interval '31 days' AS "are31" FROM accounts WHERE subject = 'vera'`,
    );
    expect(days).toEqual({ are31: true });
  });

  it('lets nobody in outside the time their account is for', async () => {
    await council.provider.knows({ ingrid: { realm_access: { roles: ['breaks-staff'] } } });
    await new Visitor().signIn(url, 'ingrid');
    await rows(`UPDATE accounts SET closes_at = now() - interval '1 second' WHERE subject = 'ingrid'`);
    expect((await new Visitor().signIn(url, 'ingrid')).text).toContain('Your account here has closed');
    await rows(
      `UPDATE accounts SET opens_at = now() + interval '1 day', closes_at = NULL WHERE subject = 'ingrid'`,
    );
    const visitor = new Visitor();
    expect(await visitor.signIn(url, 'ingrid')).toMatchObject(wrongWay);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('gives a fresh session, whatever the browser brought along', async () => {
    const visitor = new Visitor();
    const planted = 'x'.repeat(43);
    visitor.setCookie(COOKIE, planted);
    await visitor.signIn(url, 'ruth');
    const first = visitor.cookie(COOKIE);
    expect(first).not.toBe(planted);
    await visitor.signIn(url, 'ruth');
    expect(visitor.cookie(COOKIE)).not.toBe(first);
    const old = new Visitor();
    old.setCookie(COOKIE, first ?? '');
    expect(await isSignedIn(old)).toBe(false);
  });

  it('keeps what was typed into a form that was sent too late', async () => {
    const visitor = new Visitor();
    await visitor.signIn(url, 'ruth', '/closures/new');
    await rows(`UPDATE sessions SET last_used_at = now() - interval '1 hour'`);
    const late = await visitor.post(`${url}/closures/new`, { reason: 'A weekend’s rest' });
    expect(late.text).toContain('action="/sign-in/start"');
    const kept = /name="kept" value="([^"]+)"/.exec(late.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const onTheWay = await visitor.ask(`${url}/sign-in/start`, {
      method: 'POST',
      body: visitor.form({ next: '/closures/new', kept }),
    });
    const there = /url=([^"]+)"/.exec(onTheWay.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const back = await visitor.get(await visitor.comeBack(there, 'ruth'));
    expect(back.text).toContain('<form method="post" action="/closures/new"');
    expect(back.text).toContain('A weekend’s rest');
  });
});

describe('the way back from the council', () => {
  it('is good for the browser that left by it, and no other', async () => {
    const callback = await new Visitor().comeBack(`${url}/sign-in/start`, 'ruth');
    const other = new Visitor();
    await other.ask(`${url}/sign-in/start`);
    for (const visitor of [other, new Visitor()]) {
      expect(await visitor.get(callback)).toMatchObject(wrongWay);
      expect(await isSignedIn(visitor)).toBe(false);
    }
  });

  it('is good once', async () => {
    const visitor = new Visitor();
    const callback = await visitor.comeBack(`${url}/sign-in/start`, 'ruth');
    expect((await visitor.get(callback)).status).toBe(200);
    expect(await visitor.get(callback)).toMatchObject(wrongWay);
  });

  it('is good for ten minutes', async () => {
    const visitor = new Visitor();
    const callback = await visitor.comeBack(`${url}/sign-in/start`, 'ruth');
    await rows(`UPDATE sign_ins SET expires_at = now()`);
    expect(await visitor.get(callback)).toMatchObject(wrongWay);
    await council.product.app.get(Jobs).runNow('sign-ins.forget');
    expect(await rows('SELECT FROM sign_ins WHERE expires_at <= now()')).toEqual([]);
  });

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'guessed')],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['two states', (back: URL) => back.searchParams.append('state', 'guessed')],
    ['another code', (back: URL) => back.searchParams.set('code', 'guessed')],
    ['another issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
    ['an error', (back: URL) => back.searchParams.set('error', 'access_denied')],
  ])('is closed to %s', async (_, change) => {
    const visitor = new Visitor();
    const callback = await visitor.comeBack(`${url}/sign-in/start`, 'ruth');
    change(callback);
    expect(await visitor.get(callback)).toMatchObject(wrongWay);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it.each(['nonce', 'code_verifier'])('is closed when its %s does not fit', async (column) => {
    const visitor = new Visitor();
    const callback = await visitor.comeBack(`${url}/sign-in/start`, 'ruth');
    await rows(`UPDATE sign_ins SET ${column} = repeat('x', 43)`);
    expect(await visitor.get(callback)).toMatchObject(wrongWay);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('takes no code that another sign-in was given', async () => {
    const [mine, theirs] = [new Visitor(), new Visitor()];
    const callback = await mine.comeBack(`${url}/sign-in/start`, 'priya');
    const injected = await theirs.comeBack(`${url}/sign-in/start`, 'ruth');
    callback.searchParams.set('code', injected.searchParams.get('code') ?? '');
    expect(await mine.get(callback)).toMatchObject(wrongWay);
  });
});

describe('signing out', () => {
  it('ends the session here and leads on to the council’s own sign-out, which leads back', async () => {
    const visitor = new Visitor();
    await visitor.signIn(url, 'ruth');
    const out = await visitor.post(`${url}/sign-out`, {});
    expect(out.url.href).toContain(`${council.provider.issuer}/session/end`);
    expect(out.url.searchParams.get('client_id')).toBe(CLIENT);
    expect(await isSignedIn(visitor)).toBe(false);
    const secret = /name="xsrf" value="(\w+)"/.exec(out.text)?.[1] ?? '';
    const back = await visitor.post(`${council.provider.issuer}/session/end/confirm`, {
      xsrf: secret,
      logout: 'yes',
    });
    expect(back.url.href).toBe(`${url}/sign-in`);
  });

  it('at the council ends the session here', async () => {
    const [visitor, elsewhere] = [new Visitor(), new Visitor()];
    await visitor.signIn(url, 'ruth');
    await elsewhere.signIn(url, 'ruth');
    const asked = await visitor.get(`${council.provider.issuer}/session/end`);
    const secret = /name="xsrf" value="(\w+)"/.exec(asked.text)?.[1] ?? '';
    await visitor.post(`${council.provider.issuer}/session/end/confirm`, { xsrf: secret, logout: 'yes' });
    expect(await isSignedIn(visitor)).toBe(false);
    expect(await isSignedIn(elsewhere)).toBe(true);
    const [entry] = await rows(
      `SELECT actor_name FROM audit_entries WHERE action = 'person.signed-out' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toEqual({ actor_name: 'The system' });
  });

  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const OUT = { sub: 'ruth', aud: CLIENT, jti: 'one', events: EVENTS };
  const send = async (token: string) =>
    request(url)
      .post('/sign-in/back-channel-logout')
      .set('Accept', 'application/json')
      .type('form')
      .send({ logout_token: token });
  const signOut = (claims: object, options = {}) =>
    council.provider.token({ ...OUT, ...claims }, { header: { typ: 'logout+jwt' }, ...options });

  it('of everything somebody has open takes one token, once', async () => {
    const [visitor, elsewhere] = [new Visitor(), new Visitor()];
    await visitor.signIn(url, 'ruth');
    await elsewhere.signIn(url, 'ruth');
    const token = await signOut({});
    expect((await send(token)).body).toEqual({});
    expect(await isSignedIn(visitor)).toBe(false);
    expect(await isSignedIn(elsewhere)).toBe(false);
    await visitor.signIn(url, 'ruth');
    expect(await send(token)).toMatchObject({
      status: 400,
      body: { errors: [{ detail: 'The token came before.' }] },
    });
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it('of one sitting at the provider ends no other, nor one of which no sitting is known', async () => {
    const visitor = new Visitor();
    await visitor.signIn(url, 'ruth');
    await rows('UPDATE sessions SET provider_session = NULL RETURNING account_id');
    expect((await send(await signOut({ jti: 'two', sub: undefined, sid: 'another' }))).status).toBe(200);
    expect(await isSignedIn(visitor)).toBe(true);
  });

  const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
  it.each([
    ['for another product', { aud: 'another' }, {}],
    ['of another issuer', { iss: 'https://evil.example' }, {}],
    ['long under way', { iat: ago(3600) }, {}],
    ['that has run out', { exp: ago(120) }, {}],
    ['without an event', { events: {} }, {}],
    ['of nobody', { sub: undefined }, {}],
    ['without a number', { jti: undefined }, {}],
    ['with a nonce', { nonce: 'n' }, {}],
    ['that is an access token', {}, { header: { typ: 'at+jwt' } }],
    ['of another key', {}, { kid: 'unknown' }],
  ])('takes no token %s', async (what, claims, options) => {
    const token = await signOut({ jti: what, ...claims }, options);
    expect(await send(token)).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect((await send('rubbish')).status).toBe(400);
    expect(
      (await request(url).post('/sign-in/back-channel-logout').set('Accept', 'application/json')).status,
    ).toBe(400);
  });
});

describe('beside the council’s sign-in', () => {
  it('nobody has a password', async () => {
    const api = await request(url).post('/api/sign-in').send({ user: 'manager', password: PASSWORD });
    expect(api).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('Open /sign-in to sign in with a council account') as string },
    });
    const visitor = new Visitor();
    await visitor.post(`${url}/closures/new`, { reason: 'Too late' });
    const page = await visitor.post(`${url}/sign-in`, { user: 'manager', password: PASSWORD });
    expect(page.status).toBe(404);
    expect(await isSignedIn(visitor)).toBe(false);
    expect((await visitor.get(`${url}/sign-in`)).text).not.toContain('name="password"');
  });
});

describe('while the council’s sign-in cannot be reached', () => {
  it('says so, and the product goes on', async () => {
    const [visitor, back] = [new Visitor(), new Visitor()];
    await visitor.signIn(url, 'priya');
    const callback = await back.comeBack(`${url}/sign-in/start`, 'ruth');
    await council.provider.stop();
    expect(await back.get(callback)).toMatchObject({
      status: 503,
      text: expect.stringContaining('try again in a minute') as string,
    });
    expect(await isSignedIn(visitor)).toBe(true);
    expect((await request(url).get('/health/ready')).status).toBe(200);
    await council.provider.begin();
    expect((await back.signIn(url, 'ruth')).status).toBe(200);
  });
});
