import type { User } from '../support/accounts';
import { anotherAccount } from '../support/another-account';
import { assessPair, aUnit, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { aFamily, ask } from '../support/requests';

interface Told {
  readonly from: string;
  readonly to: string;
  readonly people: readonly { youngPersonId: string; because: string[]; nightsHanging: number }[];
  readonly items: readonly {
    youngPersonIds: string[];
    standing: string;
    reviewOn: string | null;
    areSiblings: boolean;
    nightsBlocked: number;
    nightsAtOdds: number;
  }[];
  readonly nextCursor: string | null;
}

const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
const EARLIER_PLANS = `UPDATE short_break_plans SET ends_on = '1991-01-01' WHERE NOT young_person_id = ANY($1::uuid[])`;

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  unit = await aUnit(product);
});

const asked = (query = '', user: User = 'staff') =>
  product.as(user).get(`/api/compatibility-map?unitId=${unit.id}${query}`);

async function map(query = ''): Promise<Told> {
  const answer = await asked(query);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return answer.body as Told;
}

async function alone(count = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(...(await siblings(product, 1)));
  return ids;
}

/** Plans of whoever other tests made are over, so that only these are likely to come. */
const only = (...ids: readonly string[]) => product.dataSource.query(EARLIER_PLANS, [ids]);

describe('who is likely to meet', () => {
  it('are those with a stay, with a request that waits, or with an agreed plan, each with why', async () => {
    const [staying = '', asking = '', planned = ''] = await alone(3);
    expect((await book(product, unit, [{ youngPersonId: staying, ...weekend }])).status).toBe(201);
    expect((await ask(product, unit.id, [asking], {}, 'manager')).status).toBe(201);
    await only(staying, asking, planned);
    await product.dataSource.query(
      `UPDATE short_break_plans SET ends_on = '1991-01-01' WHERE young_person_id = $1`,
      [asking],
    );
    const { people, items, from, to } = await map();
    expect([from, to]).toEqual(['2026-03-11', '2026-06-10']);
    expect(new Map(people.map(({ youngPersonId, because }) => [youngPersonId, because]))).toEqual(
      new Map([
        [staying, ['stay', 'plan']],
        [asking, ['request']],
        [planned, ['plan']],
      ]),
    );
    expect(items.map(({ youngPersonIds }) => youngPersonIds)).toHaveLength(3);
    expect(items.every(({ standing }) => standing === 'not-assessed')).toBe(true);
  });

  it('are sought as far ahead as one says', async () => {
    const [one = '', other = ''] = await alone(2);
    await book(product, unit, [{ youngPersonId: one, ...weekend }]);
    const later = { youngPersonId: other, arrivesOn: '2026-04-20', departsOn: '2026-04-22' };
    expect((await book(product, unit, [later])).status).toBe(201);
    await only();
    expect((await map('&weeks=4')).people.map(({ youngPersonId }) => youngPersonId)).toEqual([one]);
    expect((await map('&weeks=13')).people).toHaveLength(2);
    expect((await asked('&weeks=5')).status).toBe(400);
  });

  it('are of this unit: whoever another unit knows is not on its map', async () => {
    const [here = '', there = ''] = await alone(2);
    const elsewhere = await aUnit(product);
    await book(product, unit, [{ youngPersonId: here, ...weekend }]);
    await book(product, elsewhere, [{ youngPersonId: there, ...weekend }]);
    await only(here, there);
    expect((await map()).people.map(({ youngPersonId }) => youngPersonId)).toEqual([here]);
  });
});

describe('what hangs on a pair', () => {
  it('are the nights of a request that has no date because the two were judged apart', async () => {
    const [guest = ''] = await alone();
    const [asking = ''] = await aFamily(product);
    await assessPair(product, [guest, asking], 'not-together');
    const whole = { youngPersonId: guest, arrivesOn: '2026-03-13', departsOn: '2026-03-27' };
    expect((await book(product, unit, [whole])).status).toBe(201);
    const window = { earliest: '2026-03-13', latest: '2026-03-20', nights: 3, weekdays: [] };
    expect((await ask(product, unit.id, [asking], window)).status).toBe(201);
    const { items, people } = await map();
    expect(items[0]).toEqual({
      youngPersonIds: [guest, asking].sort(),
      standing: 'not-together',
      reviewOn: '2027-01-01',
      areSiblings: false,
      nightsBlocked: 3,
      nightsAtOdds: 0,
    });
    expect(people.slice(0, 2).map(({ nightsHanging }) => nightsHanging)).toEqual([3, 3]);
  });

  it('are the nights both are booked although they were judged apart since', async () => {
    const [one = '', other = ''] = await siblings(product, 2);
    await assessPair(product, [one, other]);
    const both = [one, other].map((youngPersonId) => ({ youngPersonId, ...weekend }));
    expect((await book(product, unit, both)).status).toBe(201);
    expect((await map()).items.find(({ areSiblings }) => areSiblings)).toMatchObject({
      standing: 'compatible',
      nightsAtOdds: 0,
    });
    await assessPair(product, [one, other], 'not-together');
    expect((await map()).items[0]).toMatchObject({
      ...{ youngPersonIds: [one, other].sort(), areSiblings: true, standing: 'not-together' },
      ...{ nightsAtOdds: 2, nightsBlocked: 0 },
    });
  });
});

it('gives the pairs page by page, worst first, and refuses a cursor that is not ours', async () => {
  const ids = await alone(4);
  await only(...ids);
  const whole = await map();
  const first = await map('&limit=4');
  const second = await map(`&limit=4&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(whole.items);
  expect([whole.items.length, second.nextCursor]).toEqual([6, null]);
  const made = Buffer.from(`${ids[0]} x`).toString('base64url');
  expect((await asked(`&cursor=${made}`)).status).toBe(400);
});

it('is for unit staff of the unit, and nobody else', async () => {
  const others = ['worker', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const;
  for (const role of others) {
    expect([role, (await asked('', role)).status]).toEqual([role, 403]);
    expect([role, (await product.as(role).get('/compatibility')).status]).toEqual([role, 403]);
  }
  const elsewhere = await aUnit(product);
  const { token } = await anotherAccount(product, {
    ...{ username: 'staff-elsewhere', role: 'staff', unitIds: [elsewhere.id] },
  });
  const strange = await fetch(`${product.baseUrl}/api/compatibility-map?unitId=${unit.id}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(strange.status).toBe(404);
});

describe('the page', () => {
  it('leads from a cell to judging that pair, and from those ticked to judging the group', async () => {
    const [one = '', other = ''] = await alone(2);
    await book(product, unit, [{ youngPersonId: one, ...weekend }]);
    await only(one, other);
    const { text } = await product.page('staff').get(`/compatibility?unit=${unit.id}`);
    expect(text).toContain(`/young-people/${one}/assessments/new?with=${other}`);
    expect(text).toContain(`name="youngPerson" value="${other}"`);
    expect(text).toContain(`name="pair" value="${[one, other].sort().join('_')}"`);
    const group = await product.page('staff').get(`/assessments/new?youngPerson=${one}&youngPerson=${other}`);
    expect(group.text).toContain('Can they stay at the same time?');
  });

  it('shows whom one looks for by name, and writes the search down', async () => {
    const [one = '', other = ''] = await alone(2);
    await only(one, other);
    const [named] = await product.dataSource.query<{ given: string }[]>(
      `UPDATE young_people SET given_name = 'Zoë' WHERE id = $1 RETURNING given_name AS given`,
      [one],
    );
    expect(named).toBeDefined();
    const { text } = await product.page('staff').get(`/compatibility?unit=${unit.id}&search=zoe`);
    expect(text).toContain(`id="tick-${one}"`);
    expect(text).not.toContain(`id="tick-${other}"`);
    const entries = await product.dataSource.query<{ after: object }[]>(
      `SELECT after FROM audit_entries WHERE action = 'people.searched' ORDER BY id DESC LIMIT 1`,
    );
    expect(entries[0]?.after).toMatchObject({ words: 'zoe', youngPersonIds: [one] });
  });

  it('says so when nobody is likely to meet', async () => {
    await only();
    const { text, status } = await product.page('staff').get(`/compatibility?unit=${unit.id}`);
    expect(status).toBe(200);
    expect(text).toContain('Nobody is likely to meet in these weeks');
  });
});
