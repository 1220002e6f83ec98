import type { Response } from 'supertest';
import { aCompatibleGroup, aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { claim, waysFor } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const AUTHORISED = ['not-assessed', 'kept-for-planned', 'protected'].map((code) => ({
  code,
  reason: 'The family can come next week, the others cannot.',
}));

interface Full {
  readonly unit: AUnit;
  /** In the order they were booked. */
  readonly stays: readonly string[];
}

/** A break in each of four rooms, each longer than the one before, at night; the first so many placed together, the others alone. */
async function full(rooms = 4, together = 1, breaks = 4): Promise<Full> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const unit = await aUnit(product, { rooms });
  const children = await aCompatibleGroup(product, breaks);
  const stays = children.map((youngPersonId, index) => ({
    ...{ youngPersonId, arrivesOn: '2026-03-10', departsOn: `2026-03-${12 + index}` },
  }));
  const ids: string[] = [];
  for (const some of [stays.slice(0, together), ...stays.slice(together).map((stay) => [stay])]) {
    const { items } = (await book(product, unit, some)).body as { items: Booked[] };
    ids.push(...items.map(({ id }) => id));
  }
  product.clock.at = new Date('2026-03-11T02:04:00Z');
  return { unit, stays: ids };
}

function choose(unit: AUnit, ...displace: readonly (string | undefined)[]): Promise<Response> {
  return claim(product, unit, { displace, authorisations: AUTHORISED });
}

async function statusOf(id: string | undefined): Promise<string> {
  const answer = await product.as('manager').get(`/api/stays/${id ?? ''}`);
  return (answer.body as { status: string }).status;
}

async function expectNobodyLost({ stays }: Full): Promise<void> {
  for (const id of stays) expect(await statusOf(id)).not.toBe('displaced');
}

function detailOf({ body }: Response): string {
  return (body as { detail: string }).detail;
}

describe('whose bed an emergency takes', () => {
  it('may be whose whoever claims chooses, though three others would do less harm', async () => {
    const { unit, stays } = await full();
    const shown = (await waysFor(product, unit)).map(({ displace }) => displace);
    expect(shown).toEqual(stays.slice(0, 3).map((id) => [id]));

    const [first, second, third, fourth] = stays;
    const bare = await claim(product, unit, { displace: [fourth] });
    expect(bare.status).toBe(409);
    const { findings } = bare.body as { findings: { code: string; level: string }[] };
    expect(findings.filter(({ level }) => level === 'authorise').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['not-assessed', 'kept-for-planned', 'protected']),
    );

    const answer = await choose(unit, fourth);
    expect([answer.status, answer.body]).toMatchObject([201, { stay: { status: 'confirmed' } }]);
    expect(await statusOf(fourth)).toBe('displaced');
    for (const id of [first, second, third]) expect(await statusOf(id)).toBe('confirmed');
  });

  it('is nobody’s without need: of two chosen where one is enough, both keep theirs', async () => {
    const there = await full();
    const answer = await choose(there.unit, there.stays[2], there.stays[3]);
    expect(answer.status).toBe(409);
    expect(detailOf(answer)).toContain('there is a bed though one of them stays');
    expect((answer.body as { ways: unknown[] }).ways).toHaveLength(3);
    await expectNobodyLost(there);
  });

  it('is nobody’s where a bed is free', async () => {
    const there = await full(5);
    const answer = await choose(there.unit, there.stays[3]);
    expect(answer.status).toBe(409);
    expect(detailOf(answer)).toContain('Nobody need lose a bed');
    await expectNobodyLost(there);
  });

  it('is that of all who were placed together, or of none of them', async () => {
    const there = await full(4, 2);
    const [one, other] = there.stays;
    const half = await choose(there.unit, other);
    expect(half.status).toBe(409);
    expect(detailOf(half)).toContain('together or not at all');
    await expectNobodyLost(there);
    expect((await choose(there.unit, one, other)).status).toBe(201);
    expect([await statusOf(one), await statusOf(other)]).toEqual(['displaced', 'displaced']);
  });

  it('is never that of somebody who has arrived', async () => {
    const there = await full();
    const [, , , fourth = ''] = there.stays;
    const at = '2026-03-10T17:00:00Z';
    await product.as('staff').post(`/api/stays/${fourth}/arrival`).send({ at }).expect(200);
    const answer = await choose(there.unit, fourth);
    expect(answer.status).toBe(409);
    expect(detailOf(answer)).toContain('nobody who is there loses a bed');
    await expectNobodyLost(there);
  });

  it('is never that of a stay elsewhere or at another time, and no id tells whose it is', async () => {
    const there = await full();
    const other = await full();
    const answer = await choose(there.unit, other.stays[3]);
    expect(answer.status).toBe(409);
    expect(detailOf(answer)).toContain('planned stays still to come on these nights');
    await expectNobodyLost(other);
  });
});

describe('a whole unit', () => {
  it('of many rooms is emptied for a young person who needs it alone, as it is shown', async () => {
    const { unit, stays } = await full(13, 1, 13);
    const [child = ''] = await siblings(product, 1);
    const decision = { youngPersonId: child, reason: 'Must be alone.', startsOn: '2026-03-10' };
    await product
      .as('manager')
      .post('/api/solo-decisions')
      .send({ ...decision, reviewOn: '2026-03-20' })
      .expect(201);
    const told = { child: { youngPersonId: child }, authorisations: AUTHORISED };
    const none = await claim(product, unit, told);
    const [way] = (none.body as { ways: { displace: string[] }[] }).ways;
    expect(way?.displace.toSorted()).toEqual(stays.toSorted());
    const answer = await claim(product, unit, { ...told, displace: way?.displace });
    expect(answer.status).toBe(201);
    expect(new Set(await Promise.all(stays.map(statusOf)))).toEqual(new Set(['displaced']));
  });
});

describe('two who choose at once', () => {
  it('do not take one bed twice: who comes second hears that it is gone', async () => {
    const { unit, stays } = await full();
    const answers = await Promise.all([choose(unit, stays[3]), choose(unit, stays[3])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [lost] = answers.filter(({ status }) => status === 409).map(detailOf);
    expect(lost).toContain('planned stays still to come on these nights');
  });

  it('each have the bed they chose when the beds are two', async () => {
    const { unit, stays } = await full();
    const answers = await Promise.all([choose(unit, stays[2]), choose(unit, stays[3])]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await Promise.all(stays.map(statusOf))).toEqual([
      'confirmed',
      'confirmed',
      'displaced',
      'displaced',
    ]);
  });
});
