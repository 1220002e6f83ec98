import { aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { aFamily } from '../support/requests';

let product: Product;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-13T12:00:00Z');
  unit = await aUnit(product);
});

/** A Friday's night: the next working day is Monday. */
const TONIGHT = { arrivesOn: '2026-03-13', departsOn: '2026-03-14' };
const AUTHORISED = { authorisations: [{ code: 'not-assessed', reason: 'Nowhere else tonight.' }] };

const NO_PLAN = `UPDATE short_break_plans SET status = 'ended', ended_on = starts_on WHERE young_person_id = ANY ($1::uuid[])`;

const emergency = (youngPersonIds: readonly (string | undefined)[], also: object = {}) =>
  book(
    product,
    unit,
    youngPersonIds.map((youngPersonId) => ({ youngPersonId, ...TONIGHT })),
    { kind: 'emergency', ...also },
  );

async function tasks() {
  const answer = await product.as('manager').get(`/api/tasks?unitId=${unit.id}&state=open`);
  return (answer.body as { items: { kind: string }[] }).items;
}

async function judgements(youngPersonId: string | undefined) {
  const answer = await product
    .as('manager')
    .get(`/api/compatibility-assessments?youngPersonId=${youngPersonId ?? ''}`);
  return (answer.body as { items: object[] }).items;
}

describe('an emergency booked by hand', () => {
  it('writes the provisional assessment its authority rests on, and a full one falls due', async () => {
    const [there, taken] = [(await siblings(product, 1))[0], (await siblings(product, 1))[0]];
    expect((await emergency([there])).status).toBe(201);
    expect(await tasks()).toEqual([]);
    expect((await emergency([taken])).status).toBe(409);
    expect(await judgements(taken)).toEqual([]);
    const booked = await emergency([taken], AUTHORISED);
    expect(booked.status).toBe(201);
    const [stay] = (booked.body as { items: Booked[] }).items;
    expect(await judgements(taken)).toMatchObject([
      { outcome: 'with-controls', reviewOn: '2026-03-16', reasons: 'Nowhere else tonight.' },
    ]);
    expect(await tasks()).toMatchObject([
      {
        ...{ kind: 'full-assessment', ownerRole: 'manager', stayId: stay?.id, youngPersonId: taken },
        dueAt: '2026-03-16T17:00:00.000Z',
      },
    ]);
  });

  it('judges two who come together once', async () => {
    const pair = await siblings(product, 2);
    expect((await emergency(pair, AUTHORISED)).status).toBe(201);
    expect(await judgements(pair[0])).toHaveLength(1);
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['full-assessment', 'full-assessment']);
  });

  it('without a plan leaves one to be written, and the legal basis and consent to be recorded', async () => {
    const [child] = await aFamily(product, 1);
    await product.dataSource.query(NO_PLAN, [[child]]);
    expect((await emergency([child])).status).toBe(201);
    expect(await tasks()).toMatchObject([
      {
        ...{ kind: 'missing-facts', ownerRole: 'staff', dueAt: '2026-03-16T17:00:00.000Z' },
        words: 'Record the legal basis of this emergency, and who consented, how and when.',
      },
      { kind: 'placement-plan', ownerRole: 'manager', dueAt: '2026-03-20T17:00:00.000Z' },
    ]);
  });

  it('owes nothing when it is refused, nor does a planned stay', async () => {
    const [there, other] = [(await siblings(product, 1))[0], (await siblings(product, 1))[0]];
    await book(product, unit, [{ youngPersonId: there, ...TONIGHT }]);
    expect((await emergency([other], { authorisations: [] })).status).toBe(409);
    expect(await tasks()).toEqual([]);
    expect(await judgements(other)).toEqual([]);
  });
});
