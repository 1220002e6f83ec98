import { randomUUID } from 'node:crypto';
import type { User } from '../support/accounts';
import { aUnit, assessPair, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

interface AskedPair {
  readonly id: string;
  readonly youngPersonIds: readonly string[];
}

const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };

/** Their families' plans go to the second worker: the first knows nothing of them. */
const HAND_OVER = `
  UPDATE cas_plans SET key_worker_id = (SELECT id FROM accounts WHERE username = 'worker-2')
  WHERE family_id IN (SELECT family_id FROM young_people WHERE id = ANY($1::uuid[]))`;

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  unit = await aUnit(product);
});

const ask = (body: object, user: User = 'worker') =>
  product.as(user).post('/api/assessment-requests').send(body);

async function open(): Promise<AskedPair[]> {
  const answer = await product.as('staff').get('/api/assessment-requests');
  expect(answer.status).toBe(200);
  return (answer.body as { items: AskedPair[] }).items;
}

async function openOf(youngPersonId: string): Promise<string[]> {
  const pairs = (await open()).filter(({ youngPersonIds }) => youngPersonIds.includes(youngPersonId));
  return pairs.flatMap(({ youngPersonIds }) => youngPersonIds.filter((id) => id !== youngPersonId)).sort();
}

/** One of the worker's caseload, and others of families the worker knows nothing of, the first two staying. */
async function aCase(): Promise<{ own: string; staying: string[]; away: string }> {
  const own = (await siblings(product, 1))[0] ?? '';
  const others: string[] = [];
  for (let index = 0; index < 3; index += 1) others.push(...(await siblings(product, 1)));
  const [one = '', two = '', away = ''] = others;
  await product.dataSource.query(HAND_OVER, [others]);
  await assessPair(product, [one, two]);
  const stays = [one, two].map((youngPersonId) => ({ youngPersonId, ...weekend }));
  expect((await book(product, unit, stays)).status).toBe(201);
  return { own, staying: [one, two].sort(), away };
}

const aStay = (own: string) => ({ unitId: unit.id, youngPersonIds: [own], ...weekend });

describe('asking for assessments', () => {
  it('asks for exactly the pairs a stay lacks, and tells the worker how many, not whom', async () => {
    const { own, staying } = await aCase();
    expect((await ask({ ...aStay(own), requestId: randomUUID() })).status).toBe(404);
    const answer = await ask(aStay(own));
    expect([answer.status, answer.body]).toEqual([201, { asked: 2 }]);
    expect(await openOf(own)).toEqual(staying);
    const [pair] = (await open()).filter(({ youngPersonIds }) => youngPersonIds.includes(own));
    expect(pair).toMatchObject({
      askedByName: 'Test worker',
      reason: 'For a stay Fri 13 to Sun 15 March, 2 nights',
      status: 'open',
      names: [expect.stringMatching(/^Given/), expect.stringMatching(/^Given/)],
    });
  });

  it('asks once, however often it is asked, also at the same moment', async () => {
    const { own, staying } = await aCase();
    const answers = await Promise.all([ask(aStay(own)), ask(aStay(own), 'manager'), ask(aStay(own))]);
    expect(answers.map(({ status, body }) => [status, body as unknown])).toEqual(
      Array.from({ length: 3 }, () => [201, { asked: 2 }]),
    );
    expect(await openOf(own)).toEqual(staying);
  });

  it('asks for nothing when a stay lacks nothing', async () => {
    const { own } = await aCase();
    const later = { ...aStay(own), arrivesOn: '2026-04-10', departsOn: '2026-04-12' };
    expect((await ask(later)).body).toEqual({ asked: 0 });
    expect(await openOf(own)).toEqual([]);
  });

  it('is done once the pair is judged, whatever the judgement, and may be asked for again', async () => {
    const { own, staying } = await aCase();
    await ask(aStay(own));
    await assessPair(product, [own, staying[0] ?? ''], 'not-together');
    expect(await openOf(own)).toEqual([staying[1]]);
    const rows = await product.dataSource.query<{ status: string }[]>(
      `SELECT status, done_at IS NOT NULL AS done FROM assessment_requests
       WHERE $1 IN (first_young_person_id, second_young_person_id) ORDER BY status`,
      [own],
    );
    expect(rows).toEqual([
      { status: 'done', done: true },
      { status: 'open', done: false },
    ]);
    expect((await ask({ pairs: [{ youngPersonIds: [own, staying[0]] }] }, 'manager')).body).toEqual({
      asked: 1,
    });
    expect(await openOf(own)).toEqual(staying);
  });

  it('writes down who asked, and names neither of the pair to the other', async () => {
    const { own, staying } = await aCase();
    await ask(aStay(own));
    const entries = await product.dataSource.query<{ action: string }[]>(
      `SELECT action, actor_name, before, after, reason FROM audit_entries WHERE young_person_id = $1 AND action NOT IN ('file.looked-at', 'access.refused')`,
      [own],
    );
    const asked = entries.filter(({ action }) => action === 'assessment.asked-for');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatchObject({ actor_name: 'Test worker' });
    for (const id of staying) expect(JSON.stringify(asked)).not.toContain(id);
  });

  it('keeps a worker to their own families', async () => {
    const { own, staying, away } = await aCase();
    expect((await ask(aStay(away))).status).toBe(404);
    expect((await ask({ ...aStay(own), youngPersonIds: [own, away] })).status).toBe(404);
    expect((await ask({ pairs: [{ youngPersonIds: [own, staying[0]] }] })).status).toBe(404);
    expect((await ask({ ...aStay(own), youngPersonIds: [randomUUID()] })).status).toBe(404);
    expect((await ask(aStay(own), 'worker-2')).status).toBe(404);
    expect(await openOf(own)).toEqual([]);
  });

  it('says field by field what is wrong', async () => {
    const { own } = await aCase();
    const pointers = async (body: object) => {
      const answer = await ask(body, 'manager');
      expect(answer.status).toBe(400);
      return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    };
    expect(await pointers({})).toEqual(['/unitId', '/youngPersonIds', '/arrivesOn', '/departsOn']);
    expect(await pointers({ ...aStay(own), departsOn: '2026-03-13' })).toEqual(['/departsOn']);
    expect(await pointers({ ...aStay(own), arrivesOn: '2026-03-01' })).toEqual(['/arrivesOn']);
    expect(await pointers({ ...aStay(own), youngPersonIds: [own, randomUUID()] })).toEqual([
      '/youngPersonIds/1',
    ]);
    expect(await pointers({ pairs: [{ youngPersonIds: [own, own] }] })).toEqual([
      '/pairs/0/youngPersonIds/1',
    ]);
    expect(await pointers({ pairs: [{ youngPersonIds: [own, randomUUID()] }] })).toEqual([
      '/pairs/0/youngPersonIds/1',
    ]);
  });

  it('is for workers and managers to ask, and for unit staff to read', async () => {
    const { own } = await aCase();
    for (const role of ['staff', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const)
      expect([role, (await ask(aStay(own), role)).status]).toEqual([role, 403]);
    for (const role of ['worker', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const) {
      const answer = await product.as(role).get('/api/assessment-requests');
      expect([role, answer.status]).toEqual([role, 403]);
    }
  });
});
