import { familyOf } from '../support/people-page';
import { aUnit, book, type Booked } from '../support/diary';
import {
  aCasPlan,
  aDraft,
  agreed,
  agreedPlans,
  casPlanOf,
  newSiblings,
  openCasPlan,
  type ACasPlan,
} from '../support/family-plans';
import { startProduct, type Product } from '../support/product';

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
});

const post = (path: string, body: object, user: 'worker' | 'worker-2' | 'manager' = 'worker') =>
  product.as(user).post(`/api/cas-plans/${path}`).send(body);

async function aFamily(children = 1): Promise<{ familyId: string; ids: string[] }> {
  const ids = await newSiblings(product, children);
  return { familyId: await familyOf(product, ids[0] ?? ''), ids };
}

async function idOf(username: string): Promise<string> {
  const [row] = await product.dataSource.query<{ id: string }[]>(
    'SELECT id FROM accounts WHERE username = $1',
    [username],
  );
  return row?.id ?? '';
}

/** Each in a unit of its own, so that nobody has to be assessed. */
async function booked(youngPersonId: string, dates: object = friday): Promise<string> {
  const answer = await book(product, await aUnit(product, { rooms: 1 }), [{ youngPersonId, ...dates }]);
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
  return (answer.body as { items: Booked[] }).items[0]?.id ?? '';
}

const statusOf = async (stayId: string) =>
  ((await product.as('manager').get(`/api/stays/${stayId}`)).body as { status: string }).status;

const closure = { on: '2026-03-11', reason: 'aims-achieved' };

describe('a family’s CAS plan', () => {
  it('is opened by a worker, who holds it, with its support and goals', async () => {
    const { familyId } = await aFamily();
    const answer = await openCasPlan(product, 'worker', familyId, {
      support: 'child-in-need-plan',
      socialWorker: 'Bea Long',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      keyWorkerId: await idOf('worker'),
      keyWorkerName: 'Test worker',
      status: 'open',
      endsOn: null,
      support: 'child-in-need-plan',
      socialWorker: 'Bea Long',
      goals: [{ text: 'Calmer evenings at home', endedOn: null }],
      version: 1,
    });
    const { id } = answer.body as ACasPlan;
    const shown = await product.as('staff').get(`/api/cas-plans/${id}`);
    expect([shown.status, shown.headers['etag']]).toEqual([200, '"1"']);
    const { actions } = shown.body as { actions: { allowed: boolean; why?: string }[] };
    expect(actions.every(({ allowed, why }) => !allowed && why === 'Your role may not change plans.')).toBe(
      true,
    );
    const listed = await product.as('worker').get(`/api/cas-plans?familyId=${familyId}&status=open`);
    expect(listed.body).toMatchObject({ items: [{ id }], nextCursor: null });
  });

  it('is the only one that is not closed, even when two open it at once', async () => {
    const { familyId } = await aFamily();
    const open = () => product.as('worker').post('/api/cas-plans').send(casPlanOf(familyId));
    const statuses = (await Promise.all([open(), open(), open()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    const again = await openCasPlan(product, 'manager', familyId);
    expect(again.status).toBe(409);
    expect((again.body as { detail: string }).detail).toContain('has a CAS plan that is open');
  });

  it('says field by field what is wrong', async () => {
    const { familyId } = await aFamily();
    const pointers = async (also: object) => {
      const answer = await openCasPlan(product, 'manager', familyId, also);
      return (answer.body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer);
    };
    expect(await pointers({ reviewOn: '2026-02-01' })).toEqual(['/reviewOn']);
    expect(await pointers({ goals: [] })).toEqual(['/goals']);
    expect(await pointers({ support: 'none' })).toEqual(['/support']);
    expect(await pointers({ familyId: '00000000-0000-4000-8000-000000000000' })).toEqual(['/familyId']);
    expect(await pointers({ keyWorkerId: await idOf('staff') })).toEqual(['/keyWorkerId']);
  });

  it('keeps its support by date and adds goals, each under the version read', async () => {
    const { familyId } = await aFamily();
    const { id } = await aCasPlan(product, 'worker', familyId);
    const support = { kind: 'child-protection-plan', fromOn: '2026-03-10', socialWorker: 'Bea Long' };
    const answer = await post(`${id}/support`, support).set('If-Match', '"1"');
    expect(answer.body).toMatchObject({
      support: 'child-protection-plan',
      supports: [
        { kind: 'cas-only', fromOn: '2026-03-01', toOn: '2026-03-10' },
        { kind: 'child-protection-plan', fromOn: '2026-03-10', toOn: null },
      ],
      version: 2,
    });
    expect((await post(`${id}/goals`, { text: 'Fewer rows' }).set('If-Match', '"1"')).status).toBe(412);
    const added = await post(`${id}/goals`, { text: 'Fewer rows' }).set('If-Match', '"2"');
    expect(added.body).toMatchObject({ goals: [{}, { text: 'Fewer rows' }], version: 3 });
    expect((await post(`${id}/support`, { ...support, fromOn: '2026-03-09' })).status).toBe(400);
  });
});

describe('handing a family over', () => {
  it('moves everything: the old worker sees nothing, the new one all of it', async () => {
    const { familyId, ids } = await aFamily(2);
    const { casPlan, plans } = await agreedPlans(product, 'worker', ids);
    const stayId = await booked(ids[0] ?? '');
    const answer = await post(`${casPlan.id}/key-worker`, { keyWorkerId: await idOf('worker-2') });
    expect(answer.body).toMatchObject({ keyWorkerName: 'Test worker-2' });
    const paths = [
      `families/${familyId}`,
      `young-people/${ids[0] ?? ''}`,
      `cas-plans/${casPlan.id}`,
      `short-break-plans/${plans[0]?.id ?? ''}`,
      `stays/${stayId}`,
    ];
    for (const path of paths) {
      expect([path, (await product.as('worker').get(`/api/${path}`)).status]).toEqual([path, 404]);
      expect([path, (await product.as('worker-2').get(`/api/${path}`)).status]).toEqual([path, 200]);
    }
    expect((await post(`${casPlan.id}/goals`, { text: 'Mine' })).status).toBe(404);
    expect((await post(`${casPlan.id}/goals`, { text: 'Ours' }, 'worker-2')).status).toBe(200);
  });

  it('is to a CAS worker only', async () => {
    const { familyId } = await aFamily();
    const { id } = await aCasPlan(product, 'worker', familyId);
    expect((await post(`${id}/key-worker`, { keyWorkerId: await idOf('finance') })).status).toBe(400);
  });
});

describe('closing a plan', () => {
  it('shows first what would end, then ends all of it', async () => {
    const { ids } = await aFamily(2);
    const [one = '', other = ''] = ids;
    const { casPlan, plans } = await agreedPlans(product, 'worker', [one]);
    const draft = await aDraft(product, 'worker', casPlan, other);
    const stayId = await booked(one);
    const preview = await product.as('worker').get(`/api/cas-plans/${casPlan.id}/endings?on=2026-03-11`);
    expect(preview.body).toMatchObject({
      shortBreakPlans: [{}, {}],
      stays: [{ id: stayId, youngPersonId: one, ...friday }],
      requests: [],
    });
    expect(JSON.stringify(preview.body)).not.toContain('room');
    const { ids: expects } = preview.body as { ids: string[] };
    const answer = await post(`${casPlan.id}/closure`, { ...closure, words: 'All well.', expects });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { status: 'closed', endsOn: '2026-03-11', closedReason: 'aims-achieved', closedWords: 'All well.' },
    ]);
    expect(await statusOf(stayId)).toBe('cancelled');
    for (const id of [plans[0]?.id, draft.id]) {
      const plan = await product.as('worker').get(`/api/short-break-plans/${id ?? ''}`);
      expect(plan.body).toMatchObject({ status: 'ended', endedOn: '2026-03-11' });
    }
    const beds = await product.dataSource.query<unknown[]>(
      'SELECT 1 FROM bed_uses WHERE stay_id = $1 AND live',
      [stayId],
    );
    expect(beds).toEqual([]);
    const entries = await product.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused') ORDER BY id DESC LIMIT 1`,
      [stayId],
    );
    expect(entries).toEqual([{ action: 'stay.cancelled' }]);
    expect((await openCasPlan(product, 'worker', casPlan.familyId)).status).toBe(201);
  });

  it('ends nothing at all when what would end is no longer what was seen', async () => {
    const { ids } = await aFamily();
    const { casPlan, plans } = await agreedPlans(product, 'worker', ids);
    const stayId = await booked(ids[0] ?? '');
    const answer = await post(`${casPlan.id}/closure`, { ...closure, expects: [plans[0]?.id] });
    expect(answer.status).toBe(409);
    expect((answer.body as { detail: string }).detail).toContain('1 more would end');
    expect(await statusOf(stayId)).toBe('confirmed');
    expect((await product.as('worker').get(`/api/cas-plans/${casPlan.id}`)).body).toMatchObject({
      status: 'open',
    });
  });

  it('is refused while a young person stays, and before a stay that is over', async () => {
    const { ids } = await aFamily();
    const { casPlan } = await agreedPlans(product, 'worker', ids);
    const stayId = await booked(ids[0] ?? '');
    product.clock.at = new Date('2026-03-13T18:00:00Z');
    await product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at: '2026-03-13T17:00:00Z' });
    const answer = await post(`${casPlan.id}/closure`, { ...closure, on: '2026-03-13' });
    expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
      409,
      'A young person is at the unit under this plan. Record their departure first, then end the plan.',
    ]);
    product.clock.at = new Date('2026-03-16T18:00:00Z');
    const departure = { at: '2026-03-16T10:00:00Z', destination: 'home', summary: 'Well.' };
    await product.as('staff').post(`/api/stays/${stayId}/departure`).send(departure);
    expect((await post(`${casPlan.id}/closure`, { ...closure, on: '2026-03-14' })).status).toBe(400);
    expect((await post(`${casPlan.id}/closure`, { ...closure, on: '2026-03-16' })).status).toBe(200);
  });

  it('is on a day of the plan that has come', async () => {
    const { familyId } = await aFamily();
    const { id } = await aCasPlan(product, 'worker', familyId);
    for (const on of ['2026-02-28', '2026-03-12'])
      expect((await post(`${id}/closure`, { ...closure, on })).body).toMatchObject({
        status: 400,
        errors: [{ pointer: '/on' }],
      });
    expect((await post(`${id}/closure`, { on: '2026-03-11', reason: 'bored' })).status).toBe(400);
  });

  it('and agreeing a plan in it at once leave no agreed plan in a closed one', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { familyId, ids } = await aFamily();
      const casPlan = await aCasPlan(product, 'worker', familyId);
      const { id } = await aDraft(product, 'worker', casPlan, ids[0] ?? '');
      await product.as('worker').post(`/api/short-break-plans/${id}/agreement`).send({});
      const answers = await Promise.all([
        post(`${casPlan.id}/closure`, closure),
        product.as('manager').post(`/api/short-break-plans/${id}/agreement`).send({}),
      ]);
      expect(answers.map(({ status }) => status).every((status) => [200, 409].includes(status))).toBe(true);
      const plan = await product.as('manager').get(`/api/short-break-plans/${id}`);
      expect(plan.body).toMatchObject({ status: 'ended' });
    }
  });
});

describe('closing and booking at once', () => {
  it('leave no stay ahead under a closed plan', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { ids } = await aFamily();
      const { casPlan } = await agreedPlans(product, 'worker', ids);
      const unit = await aUnit(product, { rooms: 1 });
      const [closed, placed] = await Promise.all([
        post(`${casPlan.id}/closure`, closure),
        book(product, unit, [{ youngPersonId: ids[0] ?? '', ...friday }]),
      ]);
      expect(closed.status).toBe(200);
      expect([201, 409]).toContain(placed.status);
      const stays = await product
        .as('manager')
        .get(`/api/stays?youngPersonId=${ids[0] ?? ''}&status=confirmed`);
      expect(stays.body).toMatchObject({ items: [] });
    }
  });
});

describe('a dormant plan', () => {
  it('has ended what stood on it, and is opened again by its key worker without a new referral', async () => {
    const { ids } = await aFamily();
    const { casPlan } = await agreedPlans(product, 'worker', ids);
    const stayId = await booked(ids[0] ?? '');
    const rested = await post(`${casPlan.id}/dormancy`, { reason: 'Moved in with an aunt for now.' });
    expect(rested.body).toMatchObject({ status: 'dormant', dormantFrom: '2026-03-11' });
    expect(await statusOf(stayId)).toBe('cancelled');
    expect((await post(`${casPlan.id}/goals`, { text: 'More' })).status).toBe(409);
    expect((await openCasPlan(product, 'worker', casPlan.familyId)).status).toBe(409);
    expect((await post(`${casPlan.id}/reopening`, {}, 'worker-2')).status).toBe(404);
    const reopened = await post(`${casPlan.id}/reopening`, {});
    expect(reopened.body).toMatchObject({ status: 'open', dormantFrom: null });
    await agreed(product, 'worker', (await aDraft(product, 'worker', casPlan, ids[0] ?? '')).id);
  });
});
