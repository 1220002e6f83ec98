import { addDays } from '../../src/domain/calendar-date';
import { PILOT_YEAR } from '../support/csv';
import { aCompatibleGroup, aUnit, book, type AUnit } from '../support/diary';
import { importFile, openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.close());

interface Period {
  readonly from: string;
  readonly commissionedNights: number;
  readonly physicalNights: number;
  readonly classes: Readonly<Record<string, number>>;
}

const report = async (name: string, query: string, role: Parameters<Product['as']>[0] = 'finance') => {
  const answer = await product.as(role).get(`/api/reports/${name}?${query}`);
  return { status: answer.status, body: answer.body as Record<string, unknown> };
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);

const contract = async (unitId: string, startsOn: string, endsOn: string, spot?: number): Promise<void> => {
  const terms = { startsOn, endsOn, nightsPerYear: 1440, costPencePerYear: 67_275_000 };
  const answer = await product
    .as('manager')
    .post(`/api/units/${unitId}/contracts`)
    .send({ ...terms, ...(spot === undefined ? {} : { spotPricePencePerNight: spot }) });
  expect(answer.status).toBe(201);
};

describe("the pilot's year", () => {
  let year: string;

  beforeAll(async () => {
    const unitId = await openUnit(product, 'The pilot');
    await contract(unitId, '2015-07-01', '2016-07-01');
    expect(await importFile(product, unitId, PILOT_YEAR)).toMatchObject({ status: 'done' });
    year = `unitId=${unitId}&from=2015-07-01&to=2016-07-01`;
  });

  it('is 756 nights of 1,440 commissioned and of 1,464 there were, each in one class', async () => {
    const { body } = await report('occupancy', `${year}&by=month`);
    const total = body['total'] as Period;
    expect(total).toMatchObject({ commissionedNights: 1440, physicalNights: 1464, occupancy: 0.525 });
    expect(total.classes['occupied']).toBe(756);
    expect(sum(Object.values(total.classes))).toBe(1464);
  });

  it.each(['month', 'week'])('adds up to itself by %s, to the bed-night', async (by) => {
    const { body } = await report('occupancy', `${year}&by=${by}`);
    const [periods, total] = [body['periods'] as Period[], body['total'] as Period];
    expect(periods[0]?.from).toBe('2015-07-01');
    for (const name of Object.keys(total.classes))
      expect(sum(periods.map(({ classes }) => classes[name] ?? 0))).toBe(total.classes[name]);
    expect(sum(periods.map((each) => each.commissionedNights * 100))).toBeCloseTo(144_000, 6);
  });

  it('costs £889.88 a night, £467.19 at capacity, and leaves £319,556.25 to nights nobody used', async () => {
    expect((await report('cost', year)).body).toMatchObject({
      costPence: 67_275_000,
      occupiedNights: 756,
      costPerNightPence: 88_988,
      costPerNightAtCapacityPence: 46_719,
      spotPricePence: null,
      unusedNights: 684,
      unusedCostPence: 31_955_625,
    });
  });
});

describe('a unit of today', () => {
  let unit: AUnit;
  let stay: string;

  const week = (): string => `unitId=${unit.id}&from=2026-03-09&to=2026-03-16`;
  const classes = async (): Promise<unknown> =>
    ((await report('occupancy', week())).body['total'] as Period).classes;

  beforeAll(async () => {
    unit = await aUnit(product);
    const [one = '', two = '', three = ''] = await aCompatibleGroup(product, 3);
    const booked = await book(product, unit, [
      { youngPersonId: one, arrivesOn: '2026-03-12', departsOn: '2026-03-15' },
    ]);
    expect(booked.status).toBe(201);
    stay = (booked.body as { items: { id: string }[] }).items[0]?.id ?? '';
    const hold = { youngPersonId: two, arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
    expect((await book(product, unit, [hold], { hold: true })).status).toBe(201);
    const early = { youngPersonId: three, arrivesOn: '2026-03-11', departsOn: '2026-03-12' };
    expect((await book(product, unit, [early])).status).toBe(201);
  });

  it('tells what is booked from what is held', async () => {
    expect(await classes()).toEqual({
      ...{ occupied: 0, booked: 4, held: 2, soloBlocked: 0, closed: 0, void: 22 },
    });
  });

  it('has no cost per night without nights, and no occupancy without a contract', async () => {
    const { body } = await report('cost', week());
    expect(body).toMatchObject({ costPence: 0, costPerNightPence: null, costPerNightAtCapacityPence: null });
    expect((await report('occupancy', week())).body['total']).toMatchObject({ occupancy: null });
    await contract(unit.id, '2026-01-01', '2027-01-01', 70_000);
    expect((await report('cost', week())).body).toMatchObject({
      ...{ occupiedNights: 0, costPerNightPence: null, spotPricePence: 70_000 },
    });
    expect((await report('occupancy', week())).body['total']).toMatchObject({ occupancy: 0 });
  });

  it('still counts somebody who should have left, whatever their dates', async () => {
    const arrival = { at: '2026-03-12T17:00:00Z' };
    product.clock.at = new Date('2026-03-12T17:30:00Z');
    const answer = await product.as('staff').post(`/api/stays/${stay}/arrival`).send(arrival);
    expect(answer.status).toBe(200);
    product.clock.at = new Date('2026-03-20T12:00:00Z');
    const { body } = await report('occupancy', `unitId=${unit.id}&from=2026-03-17&to=2026-03-24`);
    expect((body['total'] as Period).classes).toMatchObject({ occupied: 4 });
  });

  it('reads a hold that has run out as cancelled, before anybody has tidied it away', async () => {
    const stored = 'SELECT count(*)::int AS held FROM stays WHERE unit_id = $1 AND status = $2';
    expect(await product.dataSource.query(stored, [unit.id, 'held'])).toEqual([{ held: 1 }]);
    expect(await classes()).toMatchObject({ held: 0, occupied: 4 });
    const { body } = await report('occupancy', week());
    expect((body['total'] as { voidByLoss: unknown }).voidByLoss).toMatchObject({
      ...{ cancelledLate: 2, arrivalNotRecorded: 1 },
    });
  });

  it('lets the night before 9am be last night', async () => {
    product.clock.at = new Date('2026-03-21T08:30:00Z');
    const early = await report('occupancy', `unitId=${unit.id}&from=2026-03-17&to=2026-03-24`);
    expect((early.body['total'] as Period).classes).toMatchObject({ occupied: 4 });
    product.clock.at = new Date('2026-03-21T09:00:00Z');
    const later = await report('occupancy', `unitId=${unit.id}&from=2026-03-17&to=2026-03-24`);
    expect((later.body['total'] as Period).classes).toMatchObject({ occupied: 5 });
  });
});

describe('reports', () => {
  let unitId: string;

  beforeAll(async () => {
    unitId = (await aUnit(product)).id;
  });

  it.each(['occupancy', 'cost'])('%s: says where a period is wrong', async (name) => {
    for (const to of ['2026-01-01', '2025-12-31', '2036-01-02']) {
      const { status, body } = await report(name, `unitId=${unitId}&from=2026-01-01&to=${to}`);
      expect([to, status, (body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([to, 400, '/to']);
    }
    const tenYears = await report(name, `unitId=${unitId}&from=2026-01-01&to=2036-01-01`);
    expect(tenYears.status).toBe(200);
    const wrong = [
      `unitId=x&from=2026-01-01&to=2026-02-01`,
      `unitId=${unitId}&from=2026-02-30&to=2026-03-01`,
    ];
    for (const query of wrong) expect((await report(name, query)).status).toBe(400);
    expect((await report(name, `${await unknownUnit()}&from=2026-01-01&to=2026-02-01`)).status).toBe(404);
  });

  it.each(['occupancy', 'cost'])(
    '%s: is for unit staff, service manager, finance and auditor',
    async (name) => {
      const query = `unitId=${unitId}&from=2026-01-01&to=2026-02-01`;
      for (const role of ['manager', 'deputy', 'staff', 'service-manager', 'finance', 'auditor'] as const)
        expect([role, (await report(name, query, role)).status]).toEqual([role, 200]);
      for (const role of ['worker', 'edt', 'administrator'] as const)
        expect([role, (await report(name, query, role)).status]).toEqual([role, 403]);
    },
  );

  it('counts a leap year, a year end and both clock changes in whole nights', async () => {
    const physical = async (from: string, nights: number): Promise<unknown> => {
      const { body } = await report('occupancy', `unitId=${unitId}&from=${from}&to=${addDays(from, nights)}`);
      return (body['total'] as Period).physicalNights;
    };
    for (const from of ['2028-02-28', '2026-12-30', '2026-03-28', '2026-10-24'])
      expect([from, await physical(from, 3)]).toEqual([from, 12]);
  });

  async function unknownUnit(): Promise<string> {
    const [{ id }] = await product.dataSource.query<[{ id: string }]>('SELECT gen_random_uuid() AS id');
    return `unitId=${id}`;
  }
});
