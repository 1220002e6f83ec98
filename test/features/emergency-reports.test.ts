import { USERS, type User } from '../support/accounts';
import { aDisplacement } from '../support/a-displacement';
import { aCompatibleGroup, aUnit, book, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { act, asked, getOn } from '../support/requests';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const MARCH = { from: '2026-03-01', to: '2026-04-01' };
const READERS = ['manager', 'deputy', 'staff', 'service-manager', 'finance', 'auditor', 'visitor'] as const;

const told = async (unit: AUnit, { from, to } = MARCH, role: User = 'finance') =>
  product.as(role).get(`/api/reports/emergencies?unitId=${unit.id}&from=${from}&to=${to}`);
const figures = async (unit: AUnit, period = MARCH): Promise<Record<string, object>> =>
  (await told(unit, period)).body as Record<string, object>;

const settle = async (answer: PromiseLike<{ status: number; body: unknown }>, status = 200) => {
  const { body, status: was } = await answer;
  expect([was, was === status ? '' : body]).toEqual([status, '']);
  return body;
};

const displaced = () => aDisplacement(product);

const arrive = async (stayId: string) =>
  settle(product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at: '2026-03-11T02:04:00Z' }));

describe('the report of emergencies', () => {
  it('counts an emergency, the stay it displaced, and who used the bed', async () => {
    const { unit, stayId } = await displaced();
    await arrive(stayId);
    product.clock.at = new Date('2026-03-11T10:00:00Z');
    await settle(
      product.as('staff').post(`/api/stays/${stayId}/departure`).send(LEFT('2026-03-11T09:50:00Z')),
    );
    product.clock.at = new Date('2026-03-13T12:00:00Z');
    const all = await figures(unit);
    expect(all).toMatchObject({
      ...MARCH,
      costPerNightPence: 3_100_000,
      emergencies: {
        begun: 1,
        neverCame: 0,
        nights: 1,
        occupiedNights: 1,
        shareOfOccupied: 1,
        costPence: 3_100_000,
      },
      displacedStays: { stays: 1, youngPeople: 1, nights: 2, noticeNights: 0, meanNoticeNights: 0 },
      reDated: { stays: 0, days: 0, meanDays: null, stillWaiting: 1, longestWaitDays: 2 },
      overstays: { stays: 0, nights: 0, costPence: 0 },
      plannedNightsLost: {
        nights: 2,
        usedByEmergency: { nights: 1, costPence: 3_100_000 },
        displacedUnused: { nights: 1, costPence: 100_000 },
      },
    });
    await agreesWithOccupancy(unit, all);
  });

  it('says the night of an emergency claimed after midnight, not its date', async () => {
    const { unit } = await displaced();
    expect((await figures(unit, { from: '2026-03-10', to: '2026-03-11' }))['displacedStays']).toMatchObject({
      stays: 1,
    });
    expect((await figures(unit, { from: '2026-03-11', to: '2026-04-01' }))['displacedStays']).toMatchObject({
      stays: 0,
    });
  });

  it('counts nights past the end of an emergency while they stay', async () => {
    const { unit, stayId } = await displaced();
    await arrive(stayId);
    product.clock.at = new Date('2026-03-11T16:59:00Z');
    expect((await figures(unit))['overstays']).toMatchObject({ stays: 0, nights: 0 });
    product.clock.at = new Date('2026-03-11T17:00:00Z');
    expect((await figures(unit))['overstays']).toMatchObject({ stays: 1, nights: 0 });
    product.clock.at = new Date('2026-03-14T12:00:00Z');
    const all = await figures(unit);
    expect([all['emergencies'], all['overstays']]).toMatchObject([
      { nights: 5, costPence: 3_100_000 },
      { stays: 1, nights: 4, shareOfEmergencyNights: 0.8, costPence: 2_480_000 },
    ]);
    expect(all['plannedNightsLost']).toMatchObject({ nights: 2, usedByEmergency: { nights: 2 } });
    await agreesWithOccupancy(unit, all);
  });

  it('counts the days until other dates are placed, however they are', async () => {
    const { unit, child } = await displaced();
    product.clock.at = new Date('2026-03-11T12:00:00Z');
    const request = await asked(product, unit.id, [child], { earliest: '2026-03-20', latest: '2026-03-20' });
    await linked(unit, request.id);
    await settle(act(product, 'manager', request, 'offer'));
    product.clock.at = new Date('2026-03-12T12:00:00Z');
    expect((await figures(unit))['reDated']).toMatchObject({ stays: 0, stillWaiting: 1, longestWaitDays: 1 });
    await settle(act(product, 'worker', request, 'acceptance'));
    product.clock.at = new Date('2026-03-16T12:00:00Z');
    const placed = { stays: 1, days: 1, meanDays: 1, longestDays: 1, stillWaiting: 0, longestWaitDays: null };
    expect((await figures(unit))['reDated']).toEqual({ ...placed, withoutOtherDates: 0 });
  });

  it('reads a request as placed once its held stay is confirmed by itself, or placed at once by the manager', async () => {
    const { unit, child } = await displaced();
    const window = { earliest: '2026-03-20', latest: '2026-03-20' };
    const request = await asked(product, unit.id, [child], window);
    await linked(unit, request.id);
    const offered = (await settle(act(product, 'manager', request, 'offer'))) as { stayIds: string[] };
    await settle(
      product
        .as('manager')
        .post(`/api/stays/${offered.stayIds[0] ?? ''}/confirmation`)
        .send({}),
    );
    expect((await figures(unit))['reDated']).toMatchObject({ stays: 1, days: 0, stillWaiting: 0 });

    const other = await displaced();
    const second = await asked(product, other.unit.id, [other.child], window);
    await linked(other.unit, second.id);
    product.clock.at = new Date('2026-03-15T12:00:00Z');
    await settle(act(product, 'manager', second, 'placement'));
    product.clock.at = new Date('2026-03-17T12:00:00Z');
    expect((await figures(other.unit))['reDated']).toMatchObject({ stays: 1, days: 4, longestDays: 4 });
  });

  it('tells a family that stopped asking from one that waits', async () => {
    const { unit, child } = await displaced();
    const request = await asked(product, unit.id, [child]);
    await linked(unit, request.id);
    await settle(act(product, 'worker', request, 'withdrawal'));
    expect((await figures(unit))['reDated']).toMatchObject({
      stays: 0,
      stillWaiting: 0,
      withoutOtherDates: 1,
    });
  });

  it('counts an emergency booked by hand, and no other unit’s', async () => {
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    const [unit, other] = [await aUnit(product), await aUnit(product)];
    const [one = '', two = ''] = await aCompatibleGroup(product, 2);
    await getOn(product, [one, two]);
    const nights = { youngPersonId: one, arrivesOn: '2026-03-09', departsOn: '2026-03-10' };
    await settle(book(product, unit, [nights], { kind: 'emergency' }), 201);
    expect((await figures(unit))['emergencies']).toMatchObject({ begun: 0, neverCame: 0, nights: 0 });
    const [stay] = await product.dataSource.query<{ id: string }[]>(
      'SELECT id FROM stays WHERE unit_id = $1',
      [unit.id],
    );
    const arrival = { at: '2026-03-09T11:30:00Z' };
    await settle(
      product
        .as('staff')
        .post(`/api/stays/${stay?.id ?? ''}/arrival`)
        .send(arrival),
    );
    expect((await figures(unit))['emergencies']).toMatchObject({ begun: 1, nights: 1, costPence: null });
    expect((await figures(other))['emergencies']).toMatchObject({ begun: 0, nights: 0, costPence: 0 });
  });
});

describe('who may read it', () => {
  it('is unit staff, service manager, finance, auditor and visitor; nobody else', async () => {
    const { unit } = await displaced();
    for (const role of USERS) {
      const may = (READERS as readonly string[]).includes(role);
      expect([role, (await told(unit, MARCH, role)).status]).toEqual([role, may ? 200 : 403]);
    }
  });

  it('says where the period is wrong, and that there is no such unit', async () => {
    const { unit } = await displaced();
    const wrong = await told(unit, { from: '2026-03-01', to: '2026-03-01' });
    expect([wrong.status, wrong.body]).toMatchObject([400, { errors: [{ pointer: '/to' }] }]);
    const [{ id }] = await product.dataSource.query<[{ id: string }]>('SELECT gen_random_uuid() AS id');
    expect((await told({ id, rooms: [] })).status).toBe(404);
  });

  it('names nobody', async () => {
    const { unit, child, stayId } = await displaced();
    const { text } = await told(unit);
    for (const id of [child, stayId]) expect(text).not.toContain(id);
  });
});

const LEFT = (at: string) => ({ at, destination: 'Home', summary: 'Slept, ate, went home.' });

/** The request by which the family is to have its nights after all. */
async function linked(unit: AUnit, requestId: string): Promise<void> {
  await product.dataSource.query(
    `UPDATE displacements SET request_id = $2 FROM emergency_claims AS claim
     WHERE claim.id = claim_id AND claim.unit_id = $1`,
    [unit.id, requestId],
  );
}

async function agreesWithOccupancy(unit: AUnit, all: Record<string, object>): Promise<void> {
  const query = `unitId=${unit.id}&from=${MARCH.from}&to=${MARCH.to}`;
  const answer = await product.as('finance').get(`/api/reports/occupancy?${query}`);
  const { total } = answer.body as {
    total: { occupiedEmergency: number; voidByLoss: { displaced: number } };
  };
  expect(all['emergencies']).toMatchObject({ nights: total.occupiedEmergency });
  expect(all['plannedNightsLost']).toMatchObject({ displacedUnused: { nights: total.voidByLoss.displaced } });
}
