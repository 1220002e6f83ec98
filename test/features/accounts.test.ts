import request from 'supertest';
import { PASSWORD } from '../support/accounts';
import { anotherAccount } from '../support/another-account';
import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
});
afterAll(() => product.close());

interface Told {
  readonly id: string;
  readonly password?: string;
}

const administrator = () => product.as('administrator');
const open = (asked: object) => administrator().post('/api/accounts').send(asked);
const change = (id: string, asked: object) => administrator().post(`/api/accounts/${id}/terms`).send(asked);
const close = (id: string) =>
  administrator().post(`/api/accounts/${id}/closing`).send({ reason: 'They have left.' });
const signIn = (user: string, password: string) =>
  request(product.baseUrl).post('/api/sign-in').send({ user, password });
const idOf = async (username: string): Promise<string> => {
  const [row] = await product.dataSource.query<Told[]>('SELECT id FROM accounts WHERE username = $1', [
    username,
  ]);
  return row?.id ?? '';
};

it('is the administrator’s to keep and the auditor’s to read, and nobody else’s', async () => {
  await product.as('auditor').get('/api/accounts').expect(200);
  await product.as('auditor').post('/api/accounts').send({}).expect(403);
  for (const user of [
    'manager',
    'deputy',
    'staff',
    'worker',
    'edt',
    'finance',
    'visitor',
    'service-manager',
  ] as const)
    expect([user, (await product.as(user).get('/api/accounts')).status]).toEqual([user, 403]);
});

it('opens an account with a password told once, which signs in to what it is for', async () => {
  const asked = {
    username: 'ana.li',
    name: 'Ana Li',
    role: 'staff',
    email: 'ana@council.example',
    unitIds: [unit.id],
  };
  const opened = await open(asked);
  expect([opened.status, opened.body]).toMatchObject([
    201,
    { username: 'ana.li', role: 'staff', unitIds: [unit.id] },
  ]);
  const { id, password = '' } = opened.body as Told;
  const signedIn = await signIn('ana.li', password);
  expect(signedIn.body).toMatchObject({ user: { id, role: 'staff', unitIds: [unit.id] } });
  const shown = await administrator().get(`/api/accounts/${id}`);
  expect(JSON.stringify(shown.body)).not.toMatch(/password/i);
});

it('says field by field what is wrong, and gives nobody’s user name twice', async () => {
  const wrong = await open({ username: 'A B', name: 'A', role: 'king', passwordHash: 'x' });
  const pointers = (wrong.body as { errors: { pointer: string }[] }).errors
    .map(({ pointer }) => pointer)
    .sort();
  expect([wrong.status, pointers]).toEqual([400, ['/passwordHash', '/role']]);
  expect((await open({ username: 'A B', name: 'A', role: 'staff' })).body).toMatchObject({
    errors: [{ pointer: '/username' }],
  });
  expect((await open({ username: 'manager', name: 'A', role: 'staff' })).body).toMatchObject({
    errors: [{ pointer: '/username' }],
  });
  const email = await open({ username: 'a', name: 'A', role: 'staff', email: 'nowhere' });
  expect(email.body).toMatchObject({ errors: [{ pointer: '/email' }] });
});

describe('an independent visitor', () => {
  const visit = { username: 'visit', name: 'Vi Sitor', role: 'visitor' };

  it('has an account for one visit only', async () => {
    expect((await open(visit)).body).toMatchObject({ errors: [{ pointer: '/opensAt' }] });
    const long = { opensAt: '2026-03-11T00:00:00Z', closesAt: '2026-04-12T00:00:00Z' };
    expect((await open({ ...visit, ...long })).body).toMatchObject({ errors: [{ pointer: '/closesAt' }] });
    const insert = `INSERT INTO accounts (username, name, role) VALUES ('v', 'V', 'visitor')`;
    await expect(product.dataSource.query(insert)).rejects.toThrow('accounts_visitor_window');
  });

  it('signs in while it is open, and neither before nor after', async () => {
    const now = product.clock.at;
    const window = { opensAt: '2026-03-16T00:00:00Z', closesAt: '2026-03-18T00:00:00Z' };
    const { password = '' } = (await open({ ...visit, ...window })).body as Told;
    const statuses: number[] = [];
    for (const day of ['2026-03-15', '2026-03-16', '2026-03-18']) {
      product.clock.at = new Date(`${day}T12:00:00Z`);
      statuses.push((await signIn('visit', password)).status);
    }
    product.clock.at = now;
    expect(statuses).toEqual([401, 200, 401]);
  });
});

describe('a change', () => {
  it('ends what is open under the old role, and is on record with before, after and why', async () => {
    const { id, agent } = await anotherAccount(product, { username: 'to-change', role: 'staff' });
    await agent.get('/api/tasks').expect(200);
    const asked = { name: 'Test to-change', role: 'deputy', unitIds: [unit.id], reason: 'Acting up.' };
    expect((await change(id, asked)).body).toMatchObject({ role: 'deputy', unitIds: [unit.id] });
    await agent.get('/api/tasks').expect(401);
    const [entry] = await product.dataSource.query<object[]>(
      `SELECT * FROM audit_entries WHERE action = 'account.changed' AND subject_id = $1`,
      [id],
    );
    expect(entry).toMatchObject({
      before: { role: 'staff', unitIds: null },
      after: { role: 'deputy' },
      reason: 'Acting up.',
    });
    expect(JSON.stringify(entry)).not.toMatch(/password/i);
  });

  it('is nobody’s of their own role', async () => {
    const own = await change(await idOf('administrator'), {
      name: 'A',
      role: 'manager',
      reason: 'I want to see.',
    });
    expect([own.status, (own.body as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining('own role'),
    ]);
  });
});

describe('closing', () => {
  it('ends an account and its sessions at once', async () => {
    const { id, agent } = await anotherAccount(product, { username: 'leaving', role: 'staff' });
    expect((await close(id)).status).toBe(200);
    await agent.get('/api/tasks').expect(401);
    expect((await signIn('leaving', PASSWORD)).status).toBe(401);
    expect((await close(id)).status).toBe(409);
  });

  it('leaves one administrator, even when two close each other at once', async () => {
    const { id, agent } = await anotherAccount(product, { username: 'second', role: 'administrator' });
    const first = await idOf('administrator');
    const answers = await Promise.all([
      close(id),
      agent.post(`/api/accounts/${first}/closing`).send({ reason: 'They have left.' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [row] = await product.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int FROM accounts WHERE role = 'administrator' AND closes_at IS NULL`,
    );
    expect(row?.count).toBe(1);
  });
});

it('has pages: opens by form, with the password on the page and not in an address', async () => {
  await product.dataSource.query(`UPDATE accounts SET closes_at = NULL WHERE username = 'administrator'`);
  const token = ((await signIn('administrator', PASSWORD)).body as { token: string }).token;
  const ask = (path: string) =>
    request
      .agent(product.baseUrl)
      .get(path)
      .set({ Authorization: `Bearer ${token}`, Accept: 'text/html' });
  const send = (path: string, form: object) =>
    request
      .agent(product.baseUrl)
      .post(path)
      .type('form')
      .set({ Authorization: `Bearer ${token}`, Accept: 'text/html' })
      .send(form);
  expect((await ask('/accounts')).text).toContain('Open an account');
  expect((await ask('/accounts/new')).status).toBe(200);
  const gaps = await send('/accounts/new', { username: 'form', name: '', role: '' });
  expect([gaps.status, gaps.text.includes('Choose a role.')]).toEqual([400, true]);
  const days = { firstDay: '2026-03-11', lastDay: '2026-03-12' };
  const opened = await send('/accounts/new', { username: 'form', name: 'Fo Rm', role: 'visitor', ...days });
  expect([opened.status, /<code>[\w-]{12}<\/code>/.test(opened.text)]).toEqual([201, true]);
  const id = await idOf('form');
  expect((await ask(`/accounts/${id}`)).text).toContain('value="2026-03-12"');
  const changed = await send(`/accounts/${id}/terms`, {
    name: 'Fo Rm',
    role: 'finance',
    reason: 'Another task.',
  });
  expect([changed.status, changed.headers['location']]).toEqual([303, '/accounts?done=changed']);
  expect((await send(`/accounts/${id}/closing`, { why: '' })).status).toBe(400);
  expect((await send(`/accounts/${id}/closing`, { why: 'Left.' })).status).toBe(303);
});
