import { aPlanInProgress, type InProgress } from '../support/in-progress';
import { startProduct, type Product } from '../support/product';
import type { User } from '../support/accounts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';

const meeting = {
  heldOn: '2026-03-10',
  communityWorker: 'Test worker',
  residentialWorker: 'Test staff',
  decisions: 'Cook together on the first evening.',
  nextOn: '2026-05-10',
};
const review = { heldOn: '2026-03-10', decisions: 'Go on as before.', nextReviewOn: '2026-09-01' };

const meet = (planId: string, body: object, user: User = 'worker') =>
  product.as(user).post(`/api/short-break-plans/${planId}/progress-meetings`).send(body);
const holdReview = (casPlanId: string, body: object, user: User = 'worker') =>
  product.as(user).post(`/api/cas-plans/${casPlanId}/reviews`).send(body);

const rated = ({ goalIds }: InProgress, first: number, second: number) => [
  { goalId: goalIds[0], rating: first, words: 'Made soup.' },
  { goalId: goalIds[1], rating: second },
];

async function reviewOnOf(table: string, id: string): Promise<string | undefined> {
  const sql = `SELECT review_on AS "on" FROM ${table} WHERE id = $1`;
  return (await product.dataSource.query<{ on: string }[]>(sql, [id]))[0]?.on;
}

const pointersOf = (answer: { body: unknown }) =>
  (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

describe('a progress meeting', () => {
  it('rates the goals, says when the next is due, and is listed with the latest first', async () => {
    const plan = await aPlanInProgress(product);
    const first = await meet(plan.planId, { ...meeting, ratings: rated(plan, 3, 2) });
    expect([first.status, first.body]).toEqual([
      201,
      expect.objectContaining({ ...meeting, recordedBy: 'Test worker' }),
    ]);
    expect(await reviewOnOf('short_break_plans', plan.planId)).toBe('2026-05-10');
    const later = { ...meeting, heldOn: '2026-03-11', nextOn: '2026-04-01', ratings: rated(plan, 4, 4) };
    expect((await meet(plan.planId, later, 'staff')).status).toBe(201);
    const list = await product
      .as('worker')
      .get(`/api/short-break-plans/${plan.planId}/progress-meetings`)
      .expect(200);
    const { items } = list.body as { items: { heldOn: string; ratings: { rating: number }[] }[] };
    expect(items.map(({ heldOn }) => heldOn)).toEqual(['2026-03-11', '2026-03-10']);
    expect(items[0]?.ratings.map(({ rating }) => rating)).toEqual([4, 4]);
  });

  it('written down late does not take back the date a later one has set', async () => {
    const plan = await aPlanInProgress(product);
    await meet(plan.planId, { ...meeting, ratings: [] }).expect(201);
    const late = { ...meeting, heldOn: '2026-02-01', nextOn: '2026-03-01', ratings: [] };
    await meet(plan.planId, late).expect(201);
    expect(await reviewOnOf('short_break_plans', plan.planId)).toBe('2026-05-10');
  });

  it('is refused at the field where it is wrong', async () => {
    const plan = await aPlanInProgress(product);
    const other = await aPlanInProgress(product);
    const [one] = rated(plan, 3, 3);
    const wrong = {
      ...meeting,
      heldOn: '2026-03-12',
      nextOn: '2026-03-12',
      ratings: [one, { goalId: other.goalIds[0], rating: 2 }, one],
    };
    const answer = await meet(plan.planId, wrong).expect(400);
    expect(pointersOf(answer)).toEqual(['/heldOn', '/nextOn', '/ratings/1/goalId', '/ratings/2/goalId']);
    const outOfScale = { ...meeting, ratings: [{ goalId: plan.goalIds[0], rating: 6 }] };
    expect(pointersOf(await meet(plan.planId, outOfScale).expect(400))).toEqual(['/ratings/0/rating']);
    expect(await reviewOnOf('short_break_plans', plan.planId)).toBe('2026-06-01');
  });

  it('waits until the plan is agreed, and says so', async () => {
    const { planId } = await aPlanInProgress(product, { status: 'draft' });
    const answer = await meet(planId, { ...meeting, ratings: [] });
    expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining('still a draft'),
    ]);
  });

  it('is for the key worker and the unit: another worker finds nothing, others may not', async () => {
    const plan = await aPlanInProgress(product, { keyWorker: 'worker-2' });
    const path = `/api/short-break-plans/${plan.planId}/progress-meetings`;
    const hidden = await product.as('worker').get(path).expect(404);
    const none = await product.as('worker').get(path.replace(plan.planId, NOBODY)).expect(404);
    expect((hidden.body as { detail: string }).detail).toBe((none.body as { detail: string }).detail);
    await meet(plan.planId, { ...meeting, ratings: [] }).expect(404);
    for (const user of ['edt', 'finance', 'auditor', 'service-manager', 'administrator'] as const) {
      await meet(plan.planId, { ...meeting, ratings: [] }, user).expect(403);
      await product.as(user).get(path).expect(403);
    }
    for (const user of ['worker-2', 'manager', 'deputy', 'staff'] as const)
      await meet(plan.planId, { ...meeting, ratings: [] }, user).expect(201);
  });
});

describe('a review of the CAS plan', () => {
  it('keeps what was decided and when the next is due', async () => {
    const { casPlanId } = await aPlanInProgress(product);
    const answer = await holdReview(casPlanId, review).expect(201);
    expect(answer.body).toMatchObject({ ...review, casPlanId, recordedBy: 'Test worker' });
    expect(await reviewOnOf('cas_plans', casPlanId)).toBe('2026-09-01');
    const list = await product.as('staff').get(`/api/cas-plans/${casPlanId}/reviews`).expect(200);
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('is not of tomorrow, and the next is after it', async () => {
    const { casPlanId } = await aPlanInProgress(product);
    const wrong = { ...review, heldOn: '2026-03-12', nextReviewOn: '2026-03-12' };
    expect(pointersOf(await holdReview(casPlanId, wrong).expect(400))).toEqual(['/heldOn', '/nextReviewOn']);
  });

  it('is not held on a plan that is closed', async () => {
    const { casPlanId, planId } = await aPlanInProgress(product);
    await product.dataSource.query(
      `UPDATE short_break_plans SET status = 'ended', ended_on = '2026-01-01' WHERE id = $1`,
      [planId],
    );
    await product.dataSource.query(
      `UPDATE cas_plans SET status = 'closed', ends_on = '2026-02-01', closed_reason = 'aims-achieved' WHERE id = $1`,
      [casPlanId],
    );
    const answer = await holdReview(casPlanId, review).expect(409);
    expect((answer.body as { detail: string }).detail).toContain('closed on Sun 1 February 2026');
    expect((await meet(planId, { ...meeting, ratings: [] }).expect(409)).body).toMatchObject({
      detail: expect.stringContaining('ended on Thu 1 January 2026') as string,
    });
  });

  it('is the key worker’s or a manager’s: staff read it, another worker finds nothing', async () => {
    const { casPlanId } = await aPlanInProgress(product, { keyWorker: 'worker-2' });
    await holdReview(casPlanId, review).expect(404);
    await product.as('worker').get(`/api/cas-plans/${casPlanId}/reviews`).expect(404);
    for (const user of ['staff', 'edt', 'finance', 'auditor', 'service-manager', 'administrator'] as const)
      await holdReview(casPlanId, review, user).expect(403);
    for (const user of ['worker-2', 'manager', 'deputy'] as const)
      await holdReview(casPlanId, review, user).expect(201);
  });
});

describe('reviews due', () => {
  it('are shown to both sides, overdue first with the days late; a worker sees their own', async () => {
    const late = await aPlanInProgress(product, { reviewOn: '2026-03-01' });
    const soon = await aPlanInProgress(product, { reviewOn: '2026-03-25' });
    const far = await aPlanInProgress(product, { reviewOn: '2026-03-26' });
    const others = await aPlanInProgress(product, { reviewOn: '2026-02-01', keyWorker: 'worker-2' });
    const dueFor = async (user: User) => {
      const answer = await product.as(user).get('/api/reviews-due').expect(200);
      return (answer.body as { items: { planId: string; kind: string; daysLate: number }[] }).items;
    };
    const mine = await dueFor('worker');
    expect(
      mine
        .slice(0, 2)
        .map(({ kind, daysLate }) => [kind, daysLate])
        .sort(),
    ).toEqual([
      ['cas-plan', 10],
      ['short-break-plan', 10],
    ]);
    const ids = mine.map(({ planId }) => planId);
    expect(ids).toEqual(expect.arrayContaining([late.planId, late.casPlanId, soon.planId, soon.casPlanId]));
    expect(ids).not.toContain(far.planId);
    expect(ids).not.toContain(others.planId);
    for (const user of ['staff', 'manager'] as const) {
      const all = await dueFor(user);
      expect(all[0]?.daysLate).toBe(38);
      expect(all.map(({ planId }) => planId)).toEqual(expect.arrayContaining([...ids, others.planId]));
    }
    await product.as('finance').get('/api/reviews-due').expect(403);
    await meet(late.planId, { ...meeting, ratings: [] }).expect(201);
    expect((await dueFor('worker')).map(({ planId }) => planId)).not.toContain(late.planId);
  });

  it('leave out what is dormant or over', async () => {
    const dormant = await aPlanInProgress(product, { reviewOn: '2026-03-01' });
    await product.dataSource.query(
      `UPDATE cas_plans SET status = 'dormant', dormant_from = '2026-02-01' WHERE id = $1`,
      [dormant.casPlanId],
    );
    const answer = await product.as('manager').get('/api/reviews-due').expect(200);
    const kinds = (answer.body as { items: { planId: string }[] }).items.map(({ planId }) => planId);
    expect(kinds).not.toContain(dormant.casPlanId);
  });
});
