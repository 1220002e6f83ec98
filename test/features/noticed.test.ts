import { aUnit, type AUnit } from '../support/diary';
import { newSiblings } from '../support/family-plans';
import { aPlanInProgress, aStayOf, type InProgress } from '../support/in-progress';
import { aNamed } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import type { User } from '../support/accounts';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
});
afterAll(() => product.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const noticed = { category: 'strength', words: 'Cooked for everybody.', urgency: 'routine' };

interface Thing {
  readonly id: string;
  readonly youngPersonId: string;
  readonly status: string;
  readonly casGoalId: string | null;
  readonly settledBy: string | null;
  readonly settledWords: string | null;
  readonly urgency: string;
}

const write = (stayId: string, body: object = noticed, user: User = 'staff') =>
  product.as(user).post(`/api/stays/${stayId}/noticed-things`).send(body);
const foldIn = (id: string, body: object, user: User = 'worker') =>
  product.as(user).post(`/api/noticed-things/${id}/folding-in`).send(body);
const setAside = (id: string, body: object, user: User = 'worker') =>
  product.as(user).post(`/api/noticed-things/${id}/setting-aside`).send(body);

async function listed(user: User, query = ''): Promise<Thing[]> {
  const answer = await product.as(user).get(`/api/noticed-things${query}`).expect(200);
  return (answer.body as { items: Thing[] }).items;
}

const detailOf = (answer: { body: unknown }) => (answer.body as { detail: string }).detail;

async function aThing(plan: InProgress, also: object = {}): Promise<Thing> {
  const stayId = await aStayOf(product, plan.youngPersonId, unit, { from: '2026-03-06', to: '2026-03-08' });
  return (await write(stayId, { ...noticed, ...also }).expect(201)).body as Thing;
}

describe('something noticed during a stay', () => {
  it('goes to the key worker, the urgent first', async () => {
    const plan = await aPlanInProgress(product);
    const [routine, urgent] = [await aThing(plan), await aThing(plan, { urgency: 'urgent' })];
    expect(routine).toMatchObject({ ...noticed, status: 'open', noticedBy: 'Test staff' });
    const open = await listed('worker', `?status=open&youngPersonId=${plan.youngPersonId}`);
    expect(open.map(({ id }) => id)).toEqual([urgent.id, routine.id]);
    expect((await listed('staff')).map(({ id }) => id)).toEqual(expect.arrayContaining([routine.id]));
  });

  it('is written once the young person is here or was, and not before', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    const of = (status: string, from: string, to: string) =>
      aStayOf(product, youngPersonId, unit, { from, to, status });
    const ahead = await of('confirmed', '2026-04-01', '2026-04-03');
    const cancelled = await of('cancelled', '2026-04-01', '2026-04-03');
    const here = await of('in-residence', '2026-03-10', '2026-03-12');
    expect(detailOf(await write(ahead).expect(409))).toContain('Record their arrival first.');
    expect(detailOf(await write(cancelled).expect(409))).toContain('Nothing can have been noticed');
    await write(here).expect(201);
    await write(NOBODY).expect(404);
    await write(here, { ...noticed, words: ' ' }).expect(400);
    await write(here, { ...noticed, category: 'weather' }).expect(400);
  });

  it('names no other young person who stayed: the key worker may not know', async () => {
    const plan = await aPlanInProgress(product);
    const peer = await aNamed(product, 'Zebedee Peer');
    const dates = { from: '2026-03-02', to: '2026-03-04' };
    const stayId = await aStayOf(product, plan.youngPersonId, unit, dates);
    const [, , bed] = unit.rooms;
    await aStayOf(product, peer, unit, { ...dates, ...(bed ? { bed } : {}) });
    const naming = { ...noticed, words: 'Played chess with Zebedee’s set.' };
    const answer = await write(stayId, naming).expect(400);
    expect((answer.body as { errors: object[] }).errors).toEqual([
      { pointer: '/words', detail: expect.stringContaining('another young person') as string },
    ]);
    await write(stayId, { ...noticed, words: 'Played chess with another young person.' }).expect(201);
  });
});

describe('settling it', () => {
  it('folds it into a goal the CAS plan has, once', async () => {
    const plan = await aPlanInProgress(product);
    const { id } = await aThing(plan);
    const folded = await foldIn(id, { casGoalId: plan.casGoalId, words: 'More cooking.' }).expect(200);
    expect(folded.body).toMatchObject({
      status: 'folded-in',
      casGoalId: plan.casGoalId,
      settledBy: 'Test worker',
      settledWords: 'More cooking.',
    });
    expect(detailOf(await setAside(id, { reason: 'No.' }).expect(409))).toBe(
      'Test worker has settled this already.',
    );
    await foldIn(id, { newGoal: 'Another' }, 'manager').expect(409);
    const [fate] = await listed('staff', `?youngPersonId=${plan.youngPersonId}`);
    expect(fate).toMatchObject({ id, status: 'folded-in' });
  });

  it('folds it in as a new goal of the CAS plan', async () => {
    const plan = await aPlanInProgress(product);
    const { id } = await aThing(plan);
    const folded = (await foldIn(id, { newGoal: 'Cooks once a week' }, 'manager').expect(200)).body as Thing;
    const goals = await product.dataSource.query<object[]>(
      'SELECT id, text, position FROM cas_goals WHERE cas_plan_id = $1 ORDER BY position',
      [plan.casPlanId],
    );
    expect(goals[1]).toEqual({ id: folded.casGoalId, text: 'Cooks once a week', position: 1 });
  });

  it('needs one goal, and one of this family’s plan', async () => {
    const [plan, other] = [await aPlanInProgress(product), await aPlanInProgress(product)];
    const { id } = await aThing(plan);
    for (const wrong of [{}, { casGoalId: plan.casGoalId, newGoal: 'Both' }, { casGoalId: other.casGoalId }])
      expect((await foldIn(id, wrong).expect(400)).body).toMatchObject({
        errors: [{ pointer: '/casGoalId' }],
      });
    expect((await listed('worker', `?youngPersonId=${plan.youngPersonId}`))[0]?.status).toBe('open');
  });

  it('sets it aside with a reason, never without', async () => {
    const plan = await aPlanInProgress(product);
    const { id } = await aThing(plan);
    await setAside(id, {}).expect(400);
    const answer = await setAside(id, { reason: 'Known and in hand.' }, 'deputy').expect(200);
    expect(answer.body).toMatchObject({ status: 'set-aside', settledWords: 'Known and in hand.' });
  });

  it('falls to a manager where the family has no plan yet, and is not lost', async () => {
    const [child = ''] = await newSiblings(product, 1);
    const stayId = await aStayOf(product, child, unit, { from: '2026-03-01', to: '2026-03-02' });
    const { id } = (await write(stayId).expect(201)).body as Thing;
    expect(detailOf(await foldIn(id, { newGoal: 'A goal' }, 'manager').expect(409))).toContain('no CAS plan');
    expect((await listed('manager', '?status=open')).map((thing) => thing.id)).toContain(id);
    await setAside(id, { reason: 'Told the duty team.' }, 'manager').expect(200);
  });

  it('is settled by one of two who try at once', async () => {
    const plan = await aPlanInProgress(product);
    const { id } = await aThing(plan);
    const answers = await Promise.all([
      setAside(id, { reason: 'One.' }),
      setAside(id, { reason: 'Other.' }, 'manager'),
      foldIn(id, { newGoal: 'Third' }, 'deputy'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('who may', () => {
  it('another worker finds nothing, in the words for what is not there', async () => {
    const plan = await aPlanInProgress(product, { keyWorker: 'worker-2' });
    const { id } = await aThing(plan);
    const none = detailOf(await foldIn(NOBODY, { newGoal: 'A goal' }).expect(404));
    expect(detailOf(await foldIn(id, { newGoal: 'A goal' }).expect(404))).toBe(none);
    await setAside(id, { reason: 'No.' }).expect(404);
    await product.as('worker').get(`/api/noticed-things?youngPersonId=${plan.youngPersonId}`).expect(404);
    expect((await listed('worker')).map((thing) => thing.id)).not.toContain(id);
    expect((await listed('worker-2')).map((thing) => thing.id)).toContain(id);
  });

  it('workers write nothing down, staff settle nothing, others do neither', async () => {
    const plan = await aPlanInProgress(product);
    const { id } = await aThing(plan);
    const stayId = await aStayOf(product, plan.youngPersonId, unit, { from: '2026-02-01', to: '2026-02-02' });
    await write(stayId, noticed, 'worker').expect(403);
    await foldIn(id, { newGoal: 'A goal' }, 'staff').expect(403);
    await setAside(id, { reason: 'No.' }, 'staff').expect(403);
    for (const user of ['edt', 'finance', 'auditor', 'service-manager', 'administrator'] as const) {
      await write(stayId, noticed, user).expect(403);
      await setAside(id, { reason: 'No.' }, user).expect(403);
      await product.as(user).get('/api/noticed-things').expect(403);
    }
  });
});
