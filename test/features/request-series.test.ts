import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { act, aFamily, asked, statesOf } from '../support/requests';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  unit = await aUnit(product, { rooms: 2 });
});

interface ToldSeries {
  readonly id: string;
  readonly items: readonly {
    readonly requestId: string;
    readonly status: string;
    readonly arrivesOn: string;
    readonly departsOn: string;
    readonly placeable: boolean;
    readonly findings: readonly { readonly code: string; readonly level: string }[];
    readonly stayIds: readonly string[];
  }[];
}

const FORTNIGHTLY = { weekday: 'friday', everyWeeks: 2, from: '2026-03-13', until: '2026-04-24' };

const repeat = (youngPersonIds: readonly string[], also: object = {}, user: 'worker' | 'staff' = 'worker') =>
  product
    .as(user)
    .post('/api/request-series')
    .send({
      ...{ unitId: unit.id, youngPersonIds, nights: 2, reason: 'A rest at home.', urgency: 'routine' },
      ...FORTNIGHTLY,
      ...also,
    });

const place = (id: string, body: object = {}, user: 'manager' | 'worker' | 'staff' = 'manager') =>
  product.as(user).post(`/api/request-series/${id}/placement`).send(body);

const outcome = ({ items }: ToldSeries) =>
  items.map(({ arrivesOn, status, placeable, findings }) => [
    arrivesOn,
    status,
    placeable,
    ...findings.map(({ code }) => code),
  ]);

describe('a break every other weekend', () => {
  it('is judged date by date, and those that do not work say why, but not whose stay is in the way', async () => {
    const [theirs = ''] = await aFamily(product);
    const weekend = { earliest: '2026-03-27', latest: '2026-03-27' };
    await act(product, 'manager', await asked(product, unit.id, [theirs], weekend), 'placement');
    const answer = await repeat(await aFamily(product));
    expect(answer.status).toBe(201);
    expect(outcome(answer.body as ToldSeries)).toEqual([
      ['2026-03-13', 'open', true],
      ['2026-03-27', 'open', false, 'not-assessed'],
      ['2026-04-10', 'open', true],
      ['2026-04-24', 'open', true],
    ]);
    expect(answer.text).not.toContain('peerIds');
    expect(answer.text).not.toContain(theirs);
  });

  it('counts the dates before as booked when it says that the agreed nights are used', async () => {
    const answer = await repeat(await aFamily(product, 1, { nights: 5 }));
    expect(outcome(answer.body as ToldSeries)).toEqual([
      ['2026-03-13', 'open', true],
      ['2026-03-27', 'open', true],
      ['2026-04-10', 'open', false, 'nights-used'],
      ['2026-04-24', 'open', false, 'nights-used'],
    ]);
  });

  it('is agreed in one go: all that work are placed, the rest stay open with why', async () => {
    const children = await aFamily(product, 2, { nights: 5 });
    const { id } = (await repeat(children)).body as ToldSeries;
    const answer = await place(id);
    expect(answer.status).toBe(200);
    const told = answer.body as ToldSeries;
    expect(told.items.map(({ status }) => status)).toEqual(['placed', 'placed', 'open', 'open']);
    expect(told.items[2]?.findings.map(({ code }) => code)).toEqual(['nights-used', 'nights-used']);
    expect(await statesOf(product, told.items[1]?.stayIds ?? [])).toEqual(['confirmed', 'confirmed']);
    expect((await place(id)).body).toMatchObject({ status: 409, detail: 'None of the dates can be placed.' });
    const authorisations = [{ code: 'nights-used', reason: 'Agreed with the service manager.' }];
    expect((await place(id, { authorisations })).body).toMatchObject({
      items: [{ status: 'placed' }, { status: 'placed' }, { status: 'placed' }, { status: 'placed' }],
    });
    expect((await place(id)).status).toBe(409);
  });

  it('can be answered date by date too', async () => {
    const { id, items } = (await repeat(await aFamily(product))).body as ToldSeries;
    await act(product, 'worker', { id: items[0]?.requestId ?? '' }, 'withdrawal');
    const read = await product.as('worker').get(`/api/request-series/${id}`);
    expect(read.body).toMatchObject({
      items: [{ status: 'withdrawn', placeable: false, why: 'The request is withdrawn.' }, {}, {}, {}],
    });
  });

  it.each([
    ['no such day', { from: '2026-03-14', until: '2026-03-16' }, '/until'],
    ['days that are over', { from: '2026-03-10' }, '/from'],
    ['more than 400 days', { until: '2027-04-18' }, '/until'],
    ['an unknown weekday', { weekday: 8 }, '/weekday'],
  ])('is not taken with %s', async (_, also, pointer) => {
    const answer = await repeat(await aFamily(product), also);
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('is asked for by those who speak for the family, and agreed by the manager', async () => {
    const mine = await aFamily(product);
    const theirs = await aFamily(product, 1, { worker: 'worker-2' });
    expect((await repeat(theirs)).status).toBe(404);
    expect((await repeat(mine, {}, 'staff')).status).toBe(403);
    const { id } = (await repeat(mine)).body as ToldSeries;
    expect((await place(id, {}, 'worker')).status).toBe(403);
    expect((await place(id, {}, 'staff')).status).toBe(403);
    expect((await product.as('worker-2').get(`/api/request-series/${id}`)).status).toBe(404);
    expect((await product.as('edt').get(`/api/request-series/${id}`)).status).toBe(403);
  });
});
