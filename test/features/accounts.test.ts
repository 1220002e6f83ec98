import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { ROLES } from '../../src/platform/actor';
import { PASSWORD } from '../support/accounts';
import { anotherAccount, type SignedIn } from '../support/another-account';
import { BrowserSession } from '../support/browser-session';
import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

interface Told {
  readonly id: string;
  readonly username: string;
  readonly unitIds: readonly string[] | null;
  readonly oneTimePassword: string;
}

const reason = 'They moved.';

let product: Product;
let unit: AUnit;
let accounts: readonly Told[];

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  accounts = (await list()).items;
});
afterAll(() => product.close());

async function list(query = ''): Promise<{ items: Told[]; nextCursor: string | null }> {
  const answer = await product.as('administrator').get(`/api/accounts${query}`).expect(200);
  return answer.body as { items: Told[]; nextCursor: string | null };
}

const idOf = (username: string) => accounts.find((each) => each.username === username)?.id ?? '';

const asAdministrator = (path: string, body: object) =>
  product.as('administrator').post(`/api/accounts${path}`).send(body);

const change = (id: string, body: object) => asAdministrator(`/${id}/changes`, { reason, ...body });

async function open(body: object = {}): Promise<Told> {
  const username = `jo.${randomUUID()}`;
  const asked = { username, name: 'Jo Smith', role: 'staff', unitIds: [unit.id], ...body };
  return (await asAdministrator('', asked).expect(201)).body as Told;
}

const signIn = (user: string, password: string) =>
  request(product.baseUrl).post('/api/sign-in').send({ user, password });

const problem = (status: number, detail: RegExp) => ({
  status,
  body: expect.objectContaining({ detail: expect.stringMatching(detail) as string }) as object,
});

const wrongAt = async (asked: PromiseLike<request.Response>) => {
  const answer = await asked;
  const { errors = [] } = answer.body as { errors?: { pointer: string }[] };
  return [answer.status, ...errors.map(({ pointer }) => pointer)];
};

async function entriesAbout(id: string): Promise<object[]> {
  return product.dataSource.query(
    'SELECT action, actor_role, before, after, reason FROM audit_entries WHERE subject_id = $1 ORDER BY id',
    [id],
  );
}

describe('accounts', () => {
  it('are listed for an administrator, a page at a time, and never with what a password is known by', async () => {
    const { items, nextCursor } = await list('?limit=3');
    expect(items.map(({ username }) => username)).toEqual(['administrator', 'auditor', 'deputy']);
    const more = await list(`?limit=100&cursor=${nextCursor ?? ''}`);
    expect(more.items[0]).toMatchObject({
      username: 'edt',
      role: 'edt',
      unitIds: null,
      signsInBy: 'password',
    });
    expect(JSON.stringify([items, more])).not.toMatch(/hash|subject|issuer/i);
  });

  it('are no business of any other role', async () => {
    for (const role of ROLES.filter((each) => each !== 'administrator'))
      for (const answer of [
        await product.as(role).get('/api/accounts'),
        await product.as(role).post('/api/accounts').send({}),
        await product
          .as(role)
          .post(`/api/accounts/${idOf('staff')}/changes`)
          .send({ role, reason }),
        await product
          .as(role)
          .post(`/api/accounts/${idOf('staff')}/closure`)
          .send({ reason }),
        await product.page(role).get(`/accounts/${idOf('staff')}`),
      ])
        expect([role, answer.status]).toEqual([role, 403]);
  });

  it('open with a password that is told once and kept nowhere', async () => {
    const asked = {
      username: 'told.once',
      name: 'Jo Smith',
      role: 'staff',
      unitIds: [unit.id],
      team: 'North',
    };
    const send = () =>
      product.as('administrator').post('/api/accounts').set('Idempotency-Key', 'told-once').send(asked);
    const [first, again] = [await send(), await send()];
    const { oneTimePassword, ...told } = first.body as Told;
    expect([first.status, again.status, again.body]).toEqual([201, 201, told]);
    const inside = await signIn('told.once', oneTimePassword);
    expect(inside.body).toMatchObject({ user: { role: 'staff', unitIds: [unit.id], team: 'North' } });
    const kept = await product.dataSource.query<object[]>(
      `SELECT 1 FROM idempotency_keys WHERE body::text LIKE $1
       UNION ALL SELECT 1 FROM audit_entries WHERE after::text LIKE $1`,
      [`%${oneTimePassword}%`],
    );
    expect(kept).toEqual([]);
    expect(await entriesAbout(told.id)).toMatchObject([
      { action: 'account.opened', actor_role: 'administrator', after: { role: 'staff', unitIds: [unit.id] } },
      { action: 'person.signed-in' },
    ]);
  });

  it('open under a name nobody has, for units there are', async () => {
    const asked = { username: 'manager', name: 'Jo', role: 'staff', unitIds: null };
    expect(await asAdministrator('', asked)).toMatchObject(problem(409, /that user name already/));
    expect(await wrongAt(asAdministrator('', { ...asked, username: 'Manager', email: 'jo' }))).toEqual([
      ...[400, '/username', '/email'],
    ]);
    expect(await wrongAt(asAdministrator('', { ...asked, username: 'jo', unitIds: undefined }))).toEqual([
      ...[400, '/unitIds'],
    ]);
    const unitIds = [unit.id, randomUUID()];
    expect(await wrongAt(asAdministrator('', { ...asked, username: 'jo', unitIds }))).toEqual([
      ...[400, '/unitIds/1'],
    ]);
    expect(await wrongAt(asAdministrator('', { ...asked, username: 'jo', issuer: 'x' }))).toEqual([
      400,
      '/issuer',
    ]);
  });
});

describe('a change', () => {
  it('ends every session, and holds from the next sign-in on', async () => {
    const { id, username, oneTimePassword } = await open({ unitIds: null });
    const browser = new BrowserSession(product);
    await browser.signIn(username, {}, oneTimePassword);
    const { token } = (await signIn(username, oneTimePassword)).body as { token: string };
    const units = () => request(product.baseUrl).get('/api/units').set('Authorization', `Bearer ${token}`);
    expect([(await units()).status, (await browser.get('/units')).status]).toEqual([200, 200]);
    await change(id, { unitIds: [], role: 'deputy', team: 'South' }).expect(201);
    expect([(await units()).status, (await browser.get('/units')).status]).toEqual([401, 303]);
    expect((await signIn(username, oneTimePassword)).body).toMatchObject({
      user: { role: 'deputy', unitIds: [], team: 'South' },
    });
    expect(await entriesAbout(id)).toContainEqual({
      ...{ action: 'account.changed', actor_role: 'administrator', reason },
      before: { role: 'staff', unitIds: null, team: null, opensAt: null, closesAt: null },
      after: { role: 'deputy', unitIds: [], team: 'South', opensAt: null, closesAt: null },
    });
  });

  it('needs a reason, units there are, and something that is different', async () => {
    const { id } = await open();
    expect(await wrongAt(asAdministrator(`/${id}/changes`, { role: 'deputy' }))).toEqual([400, '/reason']);
    expect(await wrongAt(change(id, { unitIds: [randomUUID()] }))).toEqual([400, '/unitIds/0']);
    expect(await wrongAt(change(id, { role: 'staff' }))).toEqual([400, '/role']);
    expect((await change(randomUUID(), { role: 'deputy' })).status).toBe(404);
  });

  it('is nobody’s to make to their own account', async () => {
    for (const [path, body] of [
      ['changes', { unitIds: [] }],
      ['closure', {}],
    ] as const)
      expect(await asAdministrator(`/${idOf('administrator')}/${path}`, { reason, ...body })).toMatchObject(
        problem(409, /their own account/),
      );
  });

  it('keeps an independent visitor’s account to one visit', async () => {
    const { id } = await open({ role: 'visitor' });
    const [opened] = (await list(`?limit=500`)).items.filter((each) => each.id === id);
    expect(opened).toMatchObject({
      opensAt: '2026-03-11T12:00:00.000Z',
      closesAt: '2026-04-11T12:00:00.000Z',
    });
    const opensAt = '2026-05-01T09:00:00+01:00';
    const window = (closesAt: string) => change(id, { opensAt, closesAt });
    expect(await wrongAt(window('2026-06-01T09:00:01+01:00'))).toEqual([400, '/closesAt']);
    expect(await wrongAt(window('2026-05-01T09:00:00+01:00'))).toEqual([400, '/closesAt']);
    expect((await window('2026-06-01T09:00:00+01:00')).body).toMatchObject({
      opensAt: '2026-05-01T08:00:00.000Z',
      closesAt: '2026-06-01T08:00:00.000Z',
    });
  });
});

describe('a closure', () => {
  it('lets nobody in from now on, until somebody opens the account again', async () => {
    const { id, username, oneTimePassword } = await open();
    await asAdministrator(`/${id}/closure`, { reason }).expect(201);
    expect(await signIn(username, oneTimePassword)).toMatchObject(problem(401, /not open today/));
    expect(await asAdministrator(`/${id}/closure`, { reason })).toMatchObject(problem(409, /closed already/));
    await change(id, { closesAt: null }).expect(201);
    expect((await signIn(username, oneTimePassword)).status).toBe(200);
  });

  it('can come before the account ever opened', async () => {
    const { id, username, oneTimePassword } = await open({ opensAt: '2026-04-01T00:00:00Z' });
    expect((await asAdministrator(`/${id}/closure`, { reason })).body).toMatchObject({
      closesAt: '2026-03-11T12:00:00.000Z',
    });
    expect((await signIn(username, oneTimePassword)).status).toBe(401);
  });
});

describe('of administrators', () => {
  const anAdministrator = (username: string): Promise<SignedIn> =>
    anotherAccount(product, { username, role: 'administrator' });

  it('the last that is open without an end stays one', async () => {
    const { id, agent } = await anAdministrator('until-tomorrow');
    await change(id, { closesAt: '2026-03-12T12:00:00Z' }).expect(201);
    const { token } = (await signIn('until-tomorrow', PASSWORD)).body as { token: string };
    agent.set('Authorization', `Bearer ${token}`);
    const last = `/api/accounts/${idOf('administrator')}`;
    for (const [path, body] of [
      ['closure', {}],
      ['changes', { role: 'staff' }],
      ['changes', { closesAt: '2027-01-01T00:00:00Z' }],
    ] as const)
      expect(await agent.post(`${last}/${path}`).send({ reason, ...body })).toMatchObject(
        problem(409, /last administrator/),
      );
    expect((await agent.post(`${last}/changes`).send({ reason, team: 'North' })).status).toBe(201);
  });

  it('one wins when two shut each other out at once', async () => {
    for (const round of [1, 2, 3]) {
      const [one, other] = [await anAdministrator(`one-${round}`), await anAdministrator(`other-${round}`)];
      await product.dataSource.query(
        "UPDATE accounts SET closes_at = $2 WHERE role = 'administrator' AND id <> ALL ($1)",
        [[one.id, other.id], product.clock.now()],
      );
      const shut = (by: SignedIn, { id }: SignedIn) =>
        by.agent.post(`/api/accounts/${id}/closure`).send({ reason });
      const answers = await Promise.all([shut(one, other), shut(other, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
      const open = await product.dataSource.query<object[]>(
        "SELECT id FROM accounts WHERE role = 'administrator' AND closes_at IS NULL",
      );
      expect(open).toHaveLength(1);
    }
  });
});
