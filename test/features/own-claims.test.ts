import { Database } from '../../src/platform/database';
import { aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { claim } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

const NOT_ASSESSED = { code: 'not-assessed', reason: 'Staff awake all night.' };

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
});
afterAll(() => product.close());

const approved = (name: string) => ({
  approvedBy: { name, role: 'manager', at: product.clock.at.toISOString() },
});

/** A manager's own claim, and somebody nobody assessed with the child who comes two nights later. */
async function ownClaim(): Promise<{ stayId: string }> {
  const [peer = ''] = await siblings(product, 1);
  const booked = await book(product, unit, [
    { youngPersonId: peer, arrivesOn: '2026-03-13', departsOn: '2026-03-15' },
  ]);
  expect((booked.body as { items: Booked[] }).items).toHaveLength(1);
  const answer = await claim(product, unit, approved('Test deputy'), 'manager');
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
  const [{ stay_id: stayId }] = await product.dataSource.query<[{ stay_id: string }]>(
    'SELECT stay_id FROM emergency_claims WHERE id = $1',
    [(answer.body as { id: string }).id],
  );
  return { stayId };
}

it('needs somebody else’s approval, however the own name is written', async () => {
  for (const [user, name] of [
    ['edt', 'Test edt'],
    ['edt', ' test  EDT '],
    ['manager', 'Test Mánager'],
  ] as const) {
    const answer = await claim(product, unit, approved(name), user);
    expect([name, answer.status]).toEqual([name, 400]);
    expect(JSON.stringify(answer.body)).toContain('nobody approves their own claim');
  }
});

it('lets nobody authorise what later stands against their own claim, but another manager', async () => {
  const { stayId } = await ownClaim();
  const extended = {
    arrivesOn: '2026-03-11',
    departsOn: '2026-03-14',
    authorisations: [NOT_ASSESSED],
    acknowledged: [],
  };
  const extend = (user: 'manager' | 'deputy') =>
    product.as(user).post(`/api/stays/${stayId}/dates`).send(extended);
  const own = await extend('manager');
  expect([own.status, own.body]).toMatchObject([
    409,
    { detail: expect.stringContaining('You claimed this bed') as string },
  ]);
  expect((await extend('deputy')).status).toBe(200);
});

it('lets nobody review the mix they made themselves', async () => {
  const [stay] = await product.dataSource.query<{ stay_id: string; id: string }[]>(
    `SELECT stay_id FROM emergency_claims WHERE claimed_by_role = 'manager'`,
  );
  const [task] = await product.app.get(Database).rows<{ id: string }>(
    `INSERT INTO tasks (raise_key, unit_id, kind, stay_id, words, owner_role, due_at, raised_at)
     VALUES ('test-mix', $1, 'mix-review', $2, 'Decide again.', 'manager', now(), now()) RETURNING id`,
    [unit.id, stay?.stay_id],
  );
  const done = (user: 'manager' | 'deputy') =>
    product.as(user).post(`/api/tasks/${task?.id}/completion`).send({ words: 'It may go on.' });
  const own = await done('manager');
  expect([own.status, (own.body as { detail: string }).detail]).toEqual([
    409,
    expect.stringContaining('somebody else has to review'),
  ]);
  expect((await done('deputy')).status).toBe(200);
});
