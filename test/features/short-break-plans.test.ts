import { familyOf } from '../support/people-page';
import { aUnit, book, type Booked } from '../support/diary';
import {
  aCasPlan,
  aDraft,
  agreed,
  agreedPlans,
  newSiblings,
  shortBreakPlanIn,
  type ACasPlan,
  type AShortBreakPlan,
} from '../support/family-plans';
import { startProduct, type Product } from '../support/product';

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

let product: Product;
let casPlan: ACasPlan;
let child: string;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  [child = ''] = await newSiblings(product, 1);
  casPlan = await aCasPlan(product, 'worker', await familyOf(product, child));
});

const post = (
  path: string,
  body: object = {},
  user: 'worker' | 'worker-2' | 'manager' | 'deputy' = 'worker',
) => product.as(user).post(`/api/short-break-plans/${path}`).send(body);

const draft = (also: object = {}) => aDraft(product, 'worker', casPlan, child, also);
const show = async (id: string) =>
  (await product.as('worker').get(`/api/short-break-plans/${id}`)).body as AShortBreakPlan;

async function anAgreed(also: object = {}): Promise<AShortBreakPlan> {
  return agreed(product, 'worker', (await draft(also)).id);
}

/** Each in a unit of its own, so that nobody has to be assessed. */
async function booked(dates: object = friday): Promise<string> {
  const own = await aUnit(product, { rooms: 1 });
  const answer = await book(product, own, [{ youngPersonId: child, ...dates }]);
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
  return (answer.body as { items: Booked[] }).items[0]?.id ?? '';
}

const stayStatus = async (id: string) =>
  ((await product.as('manager').get(`/api/stays/${id}`)).body as { status: string }).status;

async function pointersOf(also: object): Promise<(string | undefined)[]> {
  const answer = await post('', shortBreakPlanIn(casPlan, child, also));
  expect([answer.status, also]).toEqual([400, also]);
  return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
}

describe('a short-break plan', () => {
  it('is a draft in the family’s CAS plan, each goal serving one of its goals', async () => {
    const plan = await draft({ wishes: ['near the stairs'] });
    const shown = await product.as('staff').get(`/api/short-break-plans/${plan.id}`);
    expect(shown.headers['etag']).toBe('"1"');
    expect(shown.body).toMatchObject({
      ...{ casPlanId: casPlan.id, familyId: casPlan.familyId, youngPersonId: child, status: 'draft' },
      ...{ nightsAgreed: 24, nightsPer: 'plan', legalBasis: 's20-series', reviewOn: '2026-04-13' },
      consent: { by: 'Their mother', how: 'in writing', on: '2026-03-01', withdrawnOn: null },
      goals: [{ casGoalText: 'Calmer evenings at home', text: 'A night away each fortnight' }],
      ...{ activities: ['Cooking'], expectations: 'Own room, tea at six.', wishes: ['near the stairs'] },
      versions: [{ version: 1, writtenByName: 'Test worker' }],
      balance: {
        ...{ agreed: 24, used: 0, booked: 0, left: 24, emergency: 0 },
        period: { from: '2026-03-02', to: '2026-09-01' },
      },
    });
    const listed = await product.as('worker').get(`/api/short-break-plans?youngPersonId=${child}`);
    expect(listed.body).toMatchObject({ items: [{ id: plan.id }] });
  });

  it('lies within it, for a young person of that family, and points at what does not', async () => {
    const [stranger] = await newSiblings(product, 1);
    const other = await aCasPlan(product, 'worker', await familyOf(product, stranger ?? ''));
    expect(await pointersOf({ startsOn: '2026-02-28' })).toEqual(['/startsOn']);
    expect(await pointersOf({ endsOn: '2026-03-02' })).toContain('/endsOn');
    expect(await pointersOf({ youngPersonId: stranger })).toEqual(['/youngPersonId']);
    expect(await pointersOf({ consent: { by: 'Her', how: 'said', on: '2026-03-12' } })).toEqual([
      '/consent/on',
    ]);
    expect(await pointersOf({ legalBasis: 's99' })).toEqual(['/legalBasis']);
    const goals = [
      { casGoalId: casPlan.goals[0]?.id, text: 'Sleep' },
      { casGoalId: other.goals[0]?.id, text: 'Eat' },
    ];
    expect(await pointersOf({ goals })).toEqual(['/goals/1/casGoalId']);
    const raw = product.dataSource.query(
      `INSERT INTO short_break_plans (cas_plan_id, young_person_id, starts_on, ends_on, nights_agreed, legal_basis,
        review_on, recorded_by_name) VALUES ($1, $2, '2026-02-01', '2026-03-01', 1, 's17', '2026-02-10', 'Test')`,
      [casPlan.id, child],
    );
    await expect(raw).rejects.toThrow('lies within the CAS plan');
  });

  it('is made in an open CAS plan only', async () => {
    await product.as('worker').post(`/api/cas-plans/${casPlan.id}/dormancy`).send({});
    const answer = await post('', shortBreakPlanIn(casPlan, child));
    expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
      409,
      'The family’s CAS plan is dormant. Only in an open one can a plan be made.',
    ]);
  });

  it('may be rewritten while it is a draft: a version is kept, and whoever agreed must agree again', async () => {
    const { id } = await draft();
    await post(`${id}/agreement`);
    const goals = [{ casGoalId: casPlan.goals[0]?.id, text: 'Sleep through the night', ratedAtEntry: 2 }];
    const answer = await product
      .as('worker')
      .put(`/api/short-break-plans/${id}`)
      .set('If-Match', '"2"')
      .send({ nightsAgreed: 12, nightsPer: 'quarter', goals });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        ...{
          nightsAgreed: 12,
          nightsPer: 'quarter',
          endsOn: '2026-09-01',
          keyWorkerAgreedAt: null,
          version: 3,
        },
        goals: [{ text: 'Sleep through the night', ratedAtEntry: 2 }],
        versions: [{ terms: { nightsAgreed: 24 } }, { terms: { nightsAgreed: 12 } }],
        balance: { agreed: 12, period: { from: '2026-03-02', to: '2026-06-02' } },
      },
    ]);
    expect((answer.body as AShortBreakPlan).goals).toHaveLength(1);
    expect((await post(`${id}/terms`, { nightsAgreed: 10 }).set('If-Match', '"2"')).status).toBe(412);
    await agreed(product, 'worker', id);
    expect((await post(`${id}/terms`, { nightsAgreed: 10 })).status).toBe(409);
  });

  it('tells agreed, used, booked and left, emergency nights apart', async () => {
    const { id } = await anAgreed();
    const stayId = await booked();
    product.clock.at = new Date('2026-03-13T18:00:00Z');
    await product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at: '2026-03-13T17:00:00Z' });
    product.clock.at = new Date('2026-03-14T18:00:00Z');
    expect(await show(id)).toMatchObject({
      balance: { agreed: 24, used: 1, booked: 2, left: 21, emergency: 0 },
    });
  });
});

describe('agreeing', () => {
  it('takes the key worker and a manager, both recorded; doing it again does no harm', async () => {
    const { id } = await draft();
    const first = await post(`${id}/agreement`);
    expect(first.body).toMatchObject({
      status: 'draft',
      keyWorkerAgreedName: 'Test worker',
      managerAgreedAt: null,
    });
    expect((await post(`${id}/agreement`)).status).toBe(200);
    expect(await show(id)).toMatchObject({ version: 2 });
    const second = await post(`${id}/agreement`, {}, 'deputy');
    expect(second.body).toMatchObject({ status: 'agreed', managerAgreedName: 'Test deputy' });
    for (const user of ['worker', 'manager'] as const) {
      const again = await post(`${id}/agreement`, {}, user);
      expect([again.status, again.body]).toMatchObject([
        200,
        { version: 3, managerAgreedName: 'Test deputy' },
      ]);
    }
  });

  it('counts for both sides when a manager holds the plan', async () => {
    const [other = ''] = await newSiblings(product, 1);
    const own = await aCasPlan(product, 'manager', await familyOf(product, other));
    const { id } = await aDraft(product, 'manager', own, other);
    expect((await post(`${id}/agreement`, {}, 'manager')).body).toMatchObject({ status: 'agreed' });
  });

  it('is not for another worker, and not for two plans over the same night', async () => {
    const { id } = await anAgreed();
    const second = await draft({ startsOn: '2026-08-31', endsOn: '2026-12-01' });
    expect((await post(`${second.id}/agreement`, {}, 'worker-2')).status).toBe(404);
    await post(`${second.id}/agreement`);
    const answer = await post(`${second.id}/agreement`, {}, 'manager');
    expect([answer.status, answer.body]).toMatchObject([409, { shortBreakPlanId: id }]);
    expect(await show(second.id)).toMatchObject({ status: 'draft' });
    await post(`${second.id}/terms`, { startsOn: '2026-09-01', reviewOn: '2026-10-01' });
    await agreed(product, 'worker', second.id);
  });
});

describe('a revision', () => {
  it('takes the place of the agreed plan from its own first night on, stays ahead going with it', async () => {
    const old = await anAgreed();
    const stayId = await booked({ arrivesOn: '2026-04-10', departsOn: '2026-04-12' });
    const { id } = await draft({ startsOn: '2026-04-01', endsOn: '2026-10-01', revisesId: old.id });
    expect((await agreed(product, 'worker', id)).status).toBe('agreed');
    expect(await show(old.id)).toMatchObject({ status: 'agreed', endsOn: '2026-04-01' });
    expect(await stayStatus(stayId)).toBe('confirmed');
    const now = await draft({ startsOn: '2026-03-11', endsOn: '2026-10-01', revisesId: old.id });
    await post(`${now.id}/agreement`);
    expect((await post(`${now.id}/agreement`, {}, 'manager')).status).toBe(409);
    await post(`${now.id}/terms`, { endsOn: '2026-04-01', reviewOn: '2026-03-20' });
    await agreed(product, 'worker', now.id);
    expect(await show(old.id)).toMatchObject({ status: 'ended', endedOn: '2026-03-11' });
  });

  it('is refused, listing them, while stays are booked outside it', async () => {
    const old = await anAgreed();
    const stayId = await booked({ arrivesOn: '2026-05-01', departsOn: '2026-05-03' });
    const { id } = await draft({ startsOn: '2026-03-12', endsOn: '2026-05-02', revisesId: old.id });
    await post(`${id}/agreement`);
    const answer = await post(`${id}/agreement`, {}, 'manager');
    expect([answer.status, answer.body]).toMatchObject([409, { stays: [{ id: stayId }] }]);
    expect(await show(old.id)).toMatchObject({ status: 'agreed', endsOn: '2026-09-01' });
    expect((await post('', shortBreakPlanIn(casPlan, child, { revisesId: id }))).status).toBe(409);
  });
});

describe('ending', () => {
  it('ends the stays booked from that day on with it, and those before stay', async () => {
    const { id } = await anAgreed();
    const [kept, ended] = [
      await booked(),
      await booked({ arrivesOn: '2026-04-10', departsOn: '2026-04-12' }),
    ];
    const body = { on: '2026-04-01', reason: 'Enough for now.' };
    expect((await post(`${id}/ending`, { ...body, expects: [id] })).status).toBe(409);
    const preview = await product.as('worker').get(`/api/short-break-plans/${id}/endings?on=2026-04-01`);
    const { ids: expects } = preview.body as { ids: string[] };
    expect(expects).toEqual([id, ended]);
    const answer = await post(`${id}/ending`, { ...body, expects });
    expect([answer.status, answer.body]).toMatchObject([200, { endsOn: '2026-04-01', status: 'agreed' }]);
    expect([await stayStatus(kept), await stayStatus(ended)]).toEqual(['confirmed', 'cancelled']);
    const today = await post(`${id}/ending`, { on: '2026-03-11', reason: 'Enough.' }, 'deputy');
    expect(today.body).toMatchObject({ status: 'ended', endedOn: '2026-03-11', endedReason: 'Enough.' });
    expect(await stayStatus(kept)).toBe('cancelled');
    expect((await post(`${id}/ending`, { on: '2026-03-11', reason: 'Again.' })).status).toBe(409);
  });
});

describe('consent', () => {
  it('is given, withdrawn with a reason, and the stays left without it are listed, none cancelled', async () => {
    const { id } = await anAgreed({ consent: undefined });
    expect((await post(`${id}/consent-withdrawal`, { on: '2026-03-11', reason: 'No.' })).status).toBe(409);
    const given = await post(`${id}/consent`, { by: 'Their father', how: 'by telephone', on: '2026-03-10' });
    expect(given.body).toMatchObject({
      status: 'agreed',
      consent: { by: 'Their father', withdrawnOn: null },
    });
    const stayId = await booked();
    expect((await post(`${id}/consent-withdrawal`, { on: '2026-03-01', reason: 'No.' })).status).toBe(400);
    const withdrawn = await post(`${id}/consent-withdrawal`, {
      on: '2026-03-12',
      reason: 'A change of mind.',
    });
    expect(withdrawn.body).toMatchObject({
      consent: { withdrawnOn: '2026-03-12', withdrawnReason: 'A change of mind.' },
      staysWithoutConsent: [{ id: stayId }],
    });
    expect(await stayStatus(stayId)).toBe('confirmed');
  });
});

it('what may be done, and why the rest may not, depends on who asks and when', async () => {
  const { plans } = await agreedPlans(product, 'worker-2', await newSiblings(product, 1));
  const answer = await product.as('manager').get(`/api/short-break-plans/${plans[0]?.id ?? ''}`);
  const { actions } = answer.body as AShortBreakPlan;
  expect(actions.filter(({ allowed }) => allowed).map(({ name }) => name)).toEqual([
    'revision',
    'consent',
    'consent-withdrawal',
    'ending',
  ]);
});

it('a plan that never began, once ended, does not keep the CAS plan from closing', async () => {
  const { id } = await anAgreed({ startsOn: '2026-04-01', reviewOn: '2026-05-01' });
  const ended = await post(`${id}/ending`, { on: '2026-04-01', reason: 'Not needed.' });
  expect(ended.body).toMatchObject({ status: 'ended', endedOn: '2026-03-11' });
  const closure = { on: '2026-03-11', reason: 'aims-achieved' };
  const closed = await product.as('worker').post(`/api/cas-plans/${casPlan.id}/closure`).send(closure);
  expect(closed.status).toBe(200);
});
