import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import {
  act,
  aFamily,
  ask,
  asked,
  getOn,
  read,
  statesOf,
  WEEKEND,
  type ToldRequest,
} from '../support/requests';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  unit = await aUnit(product, { rooms: 2 });
});

const later = (hours: number) => {
  product.clock.at = new Date(product.clock.at.getTime() + hours * 3_600_000);
};

describe('a CAS worker asks for a break', () => {
  it('for siblings of their caseload, and reads what may be done with it', async () => {
    const children = await aFamily(product, 2);
    const answer = await ask(product, unit.id, children, { wishes: ['quiet'], mayLeaveOut: [children[1]] });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      status: 'open',
      youngPersonIds: children,
      nights: 3,
      earliest: '2026-03-13',
      weekdays: [5],
      urgency: 'routine',
      wishes: ['quiet'],
      mayLeaveOut: [children[1]],
      requestedByName: 'Test worker',
      offer: null,
      stayIds: [],
      decline: null,
      seriesId: null,
    });
    const { actions } = answer.body as ToldRequest;
    expect(actions).toContainEqual({ name: 'withdrawal', allowed: true });
    expect(actions).toContainEqual({
      name: 'offer',
      allowed: false,
      why: 'Your role may not answer requests.',
    });
    expect(JSON.stringify(answer.body)).not.toContain('room');
  });

  it('but not for a family that is not theirs, nor for nobody, in the same words', async () => {
    const strangers = await aFamily(product, 1, { worker: 'worker-2' });
    const nobody = await ask(product, unit.id, ['00000000-0000-4000-8000-000000000000']);
    const refused = await ask(product, unit.id, strangers);
    expect([refused.status, refused.body]).toEqual([404, nobody.body]);
    const request = await asked(product, unit.id, strangers, {}, 'worker-2');
    expect((await product.as('worker').get(`/api/requests/${request.id}`)).status).toBe(404);
    expect((await product.as('worker').get(`/api/requests/${request.id}/dates`)).status).toBe(404);
    expect((await act(product, 'worker', request, 'withdrawal')).status).toBe(404);
    const listed = await product.as('worker').get(`/api/requests?unitId=${unit.id}`);
    expect(listed.body).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    [
      'two families',
      async () => [...(await aFamily(product)), ...(await aFamily(product))],
      {},
      '/youngPersonIds/1',
    ],
    ['a window that ends before it begins', () => aFamily(product), { latest: '2026-03-12' }, '/latest'],
    ['more than 400 days', () => aFamily(product), { latest: '2027-04-18' }, '/latest'],
    [
      'days that are over',
      () => aFamily(product),
      { earliest: '2026-01-01', latest: '2026-03-10' },
      '/latest',
    ],
    ['an unknown weekday', () => aFamily(product), { weekdays: ['someday'] }, '/weekdays'],
    ['an unknown urgency', () => aFamily(product), { urgency: 'now' }, '/urgency'],
    ['no reason', () => aFamily(product), { reason: ' ' }, '/reason'],
  ])('not with %s', async (_, family, also, pointer) => {
    const answer = await ask(product, unit.id, await family(), also);
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('not leaving everybody out, nor somebody twice', async () => {
    const [child = ''] = await aFamily(product);
    const everybody = await ask(product, unit.id, [child], { mayLeaveOut: [child] });
    expect(everybody.body).toMatchObject({ errors: [{ pointer: '/mayLeaveOut' }] });
    const twice = await ask(product, unit.id, [child, child]);
    expect(twice.body).toMatchObject({ errors: [{ pointer: '/youngPersonIds/1' }] });
  });

  it('and sees which dates work and why others do not, without a word of whose stay is in the way', async () => {
    const [mine, theirs] = [await aFamily(product), await aFamily(product, 1, { worker: 'worker-2' })];
    await act(product, 'manager', await asked(product, unit.id, theirs, WEEKEND, 'worker-2'), 'placement');
    const request = await asked(product, unit.id, mine, { latest: '2026-03-20' });
    const answer = await product.as('worker').get(`/api/requests/${request.id}/dates`);
    expect(answer.body).toMatchObject({
      items: [
        { arrivesOn: '2026-03-20', placeable: true, findings: [] },
        { arrivesOn: '2026-03-13', placeable: false, findings: [{ code: 'not-assessed' }] },
      ],
    });
    expect(answer.text).not.toContain(theirs[0]);
    expect(answer.text).not.toContain('peerIds');
  });
});
