import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const asked = {
  name: 'Larch House',
  places: 4,
  ageRange: { from: 8, to: 17 },
  rooms: [1, 2, 3, 4].map((number) => ({
    number,
    name: `Room ${number}`,
    features: number === 1 ? ['bath'] : [],
  })),
};

async function openUnit(): Promise<{ id: string }> {
  const answer = await product.as('manager').post('/api/units').send(asked);
  return answer.body as { id: string };
}

describe('units', () => {
  it('opens a unit with its rooms, places and age range', async () => {
    const answer = await product.as('administrator').post('/api/units').send(asked);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ name: 'Larch House', places: 4, ageRange: { from: 8, to: 17 } });
    const { id } = answer.body as { id: string };
    const shown = await product.as('worker').get(`/api/units/${id}`);
    expect(shown.body).toMatchObject({
      id,
      rooms: [{ number: 1, features: ['bath'] }, {}, {}, {}],
      contracts: [],
    });
  });

  it('keeps setting up units to managers and administrators', async () => {
    for (const role of [
      'deputy',
      'staff',
      'worker',
      'edt',
      'finance',
      'auditor',
      'service-manager',
    ] as const) {
      const answer = await product.as(role).post('/api/units').send(asked);
      expect([role, answer.status, answer.type]).toEqual([role, 403, 'application/problem+json']);
    }
  });

  it('says field by field what is wrong', async () => {
    const answer = await product
      .as('manager')
      .post('/api/units')
      .send({ ...asked, places: 'four', ageRange: { from: 8 }, colour: 'red' });
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/ageRange/to', '/colour', '/places']);
  });

  it('refuses a contract that overlaps another of the unit, and lets one begin the day another ends', async () => {
    const { id } = await openUnit();
    const contract = {
      startsOn: '2026-04-01',
      endsOn: '2027-04-01',
      nightsPerYear: 1440,
      costPencePerYear: 67_275_000,
    };
    const add = (dates: object) =>
      product
        .as('manager')
        .post(`/api/units/${id}/contracts`)
        .send({ ...contract, ...dates });
    expect((await add({})).status).toBe(201);
    expect((await add({ startsOn: '2027-03-31', endsOn: '2028-04-01' })).status).toBe(409);
    expect((await add({ startsOn: '2027-04-01', endsOn: '2028-04-01' })).status).toBe(201);
    expect((await add({ startsOn: '2029-04-01', endsOn: '2029-04-01' })).status).toBe(400);
  });

  it('changes settings from a date on and keeps the rest', async () => {
    const { id } = await openUnit();
    const answer = await product
      .as('manager')
      .post(`/api/units/${id}/settings`)
      .send({ from: '2026-06-01', places: 3 });
    expect(answer.body).toMatchObject({ from: '2026-06-01', places: 3, ageRange: { from: 8, to: 17 } });
    const shown = await product.as('manager').get(`/api/units/${id}`);
    expect(shown.body).toMatchObject({
      places: 4,
      settings: [{ places: 4 }, { from: '2026-06-01', places: 3 }],
    });
  });

  it('answers a replay with the first answer, and refuses the key with another body', async () => {
    const post = (body: object) =>
      product.as('manager').post('/api/units').set('Idempotency-Key', 'open-larch').send(body);
    const [first, second] = [await post(asked), await post(asked)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await post({ ...asked, name: 'Other' })).status).toBe(422);
  });
});
