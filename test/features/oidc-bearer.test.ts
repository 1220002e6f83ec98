import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import request from 'supertest';
import { startCouncilProduct, type CouncilProduct } from '../support/oidc/council-product';
import { AUDIENCE, CLIENT, newKey, type TestProvider } from '../support/oidc/provider';

let council: CouncilProduct;
let provider: TestProvider;
let larchHouse: string;

beforeAll(async () => {
  council = await startCouncilProduct();
  provider = council.provider;
  larchHouse = await council.openUnit('Larch House');
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => council.close());

const RUTH = { sub: 'ruth', realm_access: { roles: ['breaks-managers'] }, homes: ['larch'], team: 'North' };

const ask = async (token: string, path = '/api/units') =>
  request(council.product.baseUrl).get(path).set('Authorization', `Bearer ${token}`);

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

async function accountOf(subject: string) {
  const accounts = await council.product.dataSource.query<{ id: string; role: string }[]>(
    'SELECT * FROM accounts WHERE subject = $1',
    [subject],
  );
  return accounts[0];
}

const REFUSED = { status: 401, type: 'application/problem+json' };

async function expectRefused(token: string, why: RegExp): Promise<void> {
  const answer = await ask(token);
  expect(answer).toMatchObject({ ...REFUSED, body: { detail: expect.stringMatching(why) as string } });
  expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
}

describe('an access token of the council', () => {
  it('opens the API to whom it was given, in the role it gives', async () => {
    expect(await ask(await provider.accessTokenOf('case-system'))).toMatchObject({ status: 200 });
    expect(await accountOf('case-system')).toMatchObject({ role: 'staff', unit_ids: [larchHouse] });
  });

  it('opens what the role may do, and nothing else', async () => {
    const token = await provider.token({ ...RUTH, realm_access: { roles: ['breaks-workers'] }, sub: 'walt' });
    expect((await ask(token, '/api/audit/verification')).status).toBe(403);
  });

  it('writes nothing while the council says the same', async () => {
    await ask(await provider.token(RUTH));
    const [before] = await council.product.dataSource.query<unknown[]>(
      `SELECT xmin::text FROM accounts WHERE subject = 'ruth'`,
    );
    expect((await ask(await provider.token(RUTH))).status).toBe(200);
    const [after] = await council.product.dataSource.query<unknown[]>(
      `SELECT xmin::text FROM accounts WHERE subject = 'ruth'`,
    );
    expect(after).toEqual(before);
  });

  it('changes the role of the account with its own', async () => {
    await ask(await provider.token({ ...RUTH, sub: 'mover' }));
    await ask(await provider.token({ ...RUTH, sub: 'mover', realm_access: { roles: ['breaks-staff'] } }));
    expect(await accountOf('mover')).toMatchObject({ role: 'staff' });
  });

  it('opens one account when many come at once', async () => {
    const token = await provider.token({ ...RUTH, sub: 'many' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });

  it('is refused to whom the council gives no role here, and nothing is opened', async () => {
    const answer = await ask(await provider.accessTokenOf('stranger'));
    expect(answer).toMatchObject({
      status: 403,
      body: {
        title: 'You cannot sign in here',
        detail: expect.stringContaining('"realm_access.roles"') as string,
      },
    });
    expect(await accountOf('stranger')).toBeUndefined();
  });

  it('is refused outside the time the account is for', async () => {
    await ask(await provider.token({ ...RUTH, sub: 'guest' }));
    await council.product.dataSource.query(`UPDATE accounts SET closes_at = now() WHERE subject = 'guest'`);
    expect((await ask(await provider.token({ ...RUTH, sub: 'guest' }))).status).toBe(403);
  });

  it('may be a minute early or late, as clocks are', async () => {
    expect((await ask(await provider.token({ ...RUTH, exp: inSeconds(-40) }))).status).toBe(200);
    expect((await ask(await provider.token({ ...RUTH, nbf: inSeconds(40) }))).status).toBe(200);
  });
});

describe('a token that is', () => {
  it('expired is refused', async () =>
    expectRefused(await provider.token({ ...RUTH, exp: inSeconds(-90) }), /has expired: get a new one/));

  it('for ever is refused', async () => {
    const { exp: _, ...rest } = { ...RUTH, exp: 0 };
    await expectRefused(await provider.token({ ...rest, exp: undefined as never }), /claim "exp" is missing/);
  });

  it('not yet valid is refused', async () =>
    expectRefused(await provider.token({ ...RUTH, nbf: inSeconds(90) }), /not valid yet/));

  it('meant for another product is refused', async () =>
    expectRefused(
      await provider.token({ ...RUTH, aud: 'https://payroll.example' }),
      /audience must be "https:..breaks/,
    ));

  it('of another issuer is refused', async () =>
    expectRefused(await provider.token({ ...RUTH, iss: 'https://evil.example' }), /another issuer/));

  it('forged with a key of the same name is refused', async () =>
    expectRefused(await provider.token(RUTH, { key: (await newKey('first')).sign }), /altered/));

  it('altered is refused', async () => {
    const [head, , signature] = (await provider.token(RUTH)).split('.');
    const body = Buffer.from(JSON.stringify({ ...RUTH, iss: provider.issuer, aud: AUDIENCE })).toString(
      'base64url',
    );
    await expectRefused([head, body, signature].join('.'), /altered/);
  });

  it('signed by nobody is refused', async () => {
    const claims = { ...RUTH, iss: provider.issuer, aud: AUDIENCE, exp: inSeconds(300) };
    const unsigned = new UnsecuredJWT(claims).encode();
    await expectRefused(unsigned, /signed in a way that is not accepted/);
    const { kid } = provider.key;
    const head = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url');
    await expectRefused([head, unsigned.split('.')[1], ''].join('.'), /signed in a way that is not accepted/);
  });

  it('signed with what everybody may know, the public key, is refused', async () => {
    const { d: _, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = provider.key.jwk;
    const key = createPublicKey({ key: open as JsonWebKey, format: 'jwk' });
    const claims = { ...RUTH, iss: provider.issuer, aud: AUDIENCE, exp: inSeconds(300) };
    for (const secret of [
      key.export({ type: 'spki', format: 'pem' }),
      key.export({ type: 'spki', format: 'der' }),
    ]) {
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: provider.key.kid })
        .sign(typeof secret === 'string' ? Buffer.from(secret) : secret);
      await expectRefused(token, /signed in a way that is not accepted/);
    }
  });

  it('an identity token is refused, even when it is meant for us', async () => {
    await expectRefused(
      await provider.token({ ...RUTH, aud: CLIENT, nonce: 'n' }, { header: { typ: 'JWT' } }),
      /audience/,
    );
    await expectRefused(
      await provider.token({ ...RUTH, nonce: 'n' }, { header: { typ: 'JWT' } }),
      /no access token/,
    );
    await expectRefused(await provider.token(RUTH, { header: { typ: 'logout+jwt' } }), /no access token/);
  });

  it.each(['a.b.c', '..', 'eyJhbGciOiJSUzI1NiJ9.e30.', 'bm90IGpzb24.bm90.anNvbg', `${'a'.repeat(9000)}.b.c`])(
    'rubbish is refused, and no fault of ours: %.30s',
    async (token) => expectRefused(token, /./),
  );

  it('not good still opens what is open to all', async () => {
    expect((await ask('a.b.c', '/health/live')).status).toBe(200);
  });
});

describe('when the council’s sign-in takes another key', () => {
  it('tokens of the new one are taken, and of the old one refused once it is gone', async () => {
    const old = await provider.token(RUTH);
    expect((await ask(old)).status).toBe(200);
    await provider.rotateTo(await newKey('second'));
    const later = Date.now() + 31_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    expect((await ask(await provider.accessTokenOf('case-system'))).status).toBe(200);
    await expectRefused(old, /a key the council’s sign-in does not have/);
  });

  it('strange keys do not make the product ask again and again', async () => {
    const before = await provider.asked('/jwks');
    for (const kid of ['x', 'y', 'z'])
      await expectRefused(await provider.token(RUTH, { kid }), /does not have/);
    expect((await provider.asked('/jwks')) - before).toBeLessThanOrEqual(1);
  });
});

describe('when the council’s sign-in cannot be reached', () => {
  it('says so, and that it is nobody’s fault', async () => {
    const token = await provider.token(RUTH);
    await provider.stop();
    const later = Date.now() + 400_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    const answer = await ask(token);
    expect(answer).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('try again in a minute') as string },
    });
    expect(answer.headers['retry-after']).toBe('30');
    await provider.begin();
    expect((await ask(token)).status).toBe(200);
  });
});

describe('an administrator beside the council’s sign-in', () => {
  const reason = 'They left.';

  async function asAdministrator(path: string, body: object): Promise<request.Response> {
    const token = await provider.token({ sub: 'keeper', realm_access: { roles: ['breaks-accounts'] } });
    return request(council.product.baseUrl)
      .post(`/api/accounts${path}`)
      .set('Authorization', `Bearer ${token}`)
      .send(body);
  }

  it('opens no account and changes nothing the claims say, but says until when one is open', async () => {
    const leaver = { ...RUTH, sub: 'leaver' };
    await ask(await provider.token(leaver));
    const { id = '' } = (await accountOf('leaver')) ?? {};
    const opening = { username: 'jo', name: 'Jo', role: 'staff', unitIds: null };
    const why = async (path: string, body: object) => {
      const answer = await asAdministrator(path, body);
      return [answer.status, (answer.body as { detail: string }).detail];
    };
    expect(await why('', opening)).toEqual([409, expect.stringMatching(/open by themselves/)]);
    for (const [change, claim] of [
      [{ role: 'staff' }, 'realm_access.roles'],
      [{ unitIds: null }, 'homes'],
      [{ team: 'South' }, 'team'],
    ] as const)
      expect(await why(`/${id}/changes`, { reason, ...change })).toEqual([
        409,
        expect.stringContaining(claim),
      ]);
    expect((await asAdministrator(`/${id}/closure`, { reason })).status).toBe(201);
    expect(await ask(await provider.token(leaver))).toMatchObject({ status: 403 });
  });
});
