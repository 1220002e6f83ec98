import { randomUUID } from 'node:crypto';
import { aUnit, siblings } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

interface Assessment {
  readonly id: string;
  readonly youngPersonIds: readonly string[];
  readonly outcome: string;
  readonly inForce: boolean;
  readonly reviewOn: string;
  readonly conflicts: readonly unknown[];
}

const judgement = { outcome: 'compatible', reasons: ['Both like the garden.', 'Neither likes noise.'] };

async function aPair(): Promise<[string, string]> {
  const [one, other] = [...(await siblings(product, 1)), ...(await siblings(product, 1))];
  return [one ?? '', other ?? ''];
}

const assess = (youngPersonIds: readonly string[], also: object = {}, role: 'manager' | 'staff' = 'staff') =>
  product
    .as(role)
    .post('/api/compatibility-assessments')
    .send({ ...judgement, youngPersonIds, ...also });

async function judgementsOn(youngPersonId: string, also = ''): Promise<Assessment[]> {
  const answer = await product
    .as('staff')
    .get(`/api/compatibility-assessments?youngPersonId=${youngPersonId}${also}`);
  expect(answer.status).toBe(200);
  return (answer.body as { items: Assessment[] }).items;
}

async function pointersOf(youngPersonIds: readonly string[], also: object): Promise<string[]> {
  const answer = await assess(youngPersonIds, also);
  expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
}

describe('compatibility assessments', () => {
  it('judges a pair whichever way round it is given, and keeps it in one order', async () => {
    const [one, other] = await aPair();
    const ways = [
      await assess([one, other]),
      await assess([other, one]),
      await assess([other.toUpperCase(), one]),
    ];
    for (const { status, body } of ways) {
      expect(status).toBe(201);
      expect((body as Assessment).youngPersonIds).toEqual([one, other].sort());
    }
    expect(ways[0]?.body).toMatchObject({
      outcome: 'compatible',
      controls: null,
      reasons: 'Both like the garden.\nNeither likes noise.',
      authorName: 'Test staff',
      inForce: true,
      conflicts: [],
    });
    expect(await judgementsOn(one)).toEqual(await judgementsOn(other));
    expect(await judgementsOn(one)).toHaveLength(3);
  });

  it('supersedes the judgement in force and edits none; newest first', async () => {
    const [one, other] = await aPair();
    await assess([one, other]);
    await assess([one, other], { outcome: 'with-controls', controls: 'Staff within sight.' });
    await assess([other, one], { outcome: 'not-together' });
    const judged = await judgementsOn(other);
    expect(judged.map(({ outcome, inForce }) => [outcome, inForce])).toEqual([
      ['not-together', true],
      ['with-controls', false],
      ['compatible', false],
    ]);
    const paged = await product
      .as('staff')
      .get(`/api/compatibility-assessments?youngPersonId=${one}&limit=2`);
    const { items, nextCursor } = paged.body as { items: Assessment[]; nextCursor: string };
    const rest = await judgementsOn(one, `&limit=2&cursor=${nextCursor}`);
    expect([...items, ...rest]).toEqual(judged);
  });

  it('is due for review after the days set: the fewest of any unit, or 28', async () => {
    const [one, other] = await aPair();
    const reviewOn = async () => ((await assess([one, other])).body as Assessment).reviewOn;
    expect(await reviewOn()).toBe('2026-04-08');
    await aUnit(product);
    const { id } = await aUnit(product);
    const settings = { from: '2026-03-01', assessmentReviewDays: 14 };
    await product.as('manager').post(`/api/units/${id}/settings`).send(settings);
    expect(await reviewOn()).toBe('2026-03-25');
    await product
      .as('manager')
      .post(`/api/units/${id}/settings`)
      .send({ from: '2026-03-11', assessmentReviewDays: 42 });
    expect(await reviewOn()).toBe('2026-04-08');
  });

  it('says when a judgement in force is past its review', async () => {
    const [one, other] = await aPair();
    await assess([one, other], { reviewOn: '2026-03-11' });
    expect(await judgementsOn(one)).toMatchObject([{ inForce: true, pastReview: false }]);
    product.clock.at = new Date('2026-03-12T00:30:00Z');
    expect(await judgementsOn(one)).toMatchObject([{ inForce: true, pastReview: true }]);
    product.clock.at = new Date('2026-03-11T12:00:00Z');
  });

  it('says field by field what is wrong', async () => {
    const [one, other] = await aPair();
    const pair = [one, other];
    expect(await pointersOf([one, one], {})).toEqual(['/youngPersonIds/1']);
    expect(await pointersOf([one], {})).toEqual(['/youngPersonIds']);
    expect(await pointersOf([one, 'two'], {})).toEqual(['/youngPersonIds']);
    expect(await pointersOf([one, randomUUID()], {})).toEqual(['/youngPersonIds/1']);
    expect(await pointersOf([randomUUID(), other], {})).toEqual(['/youngPersonIds/0']);
    expect(await pointersOf(pair, { outcome: 'maybe' })).toEqual(['/outcome']);
    expect(await pointersOf(pair, { outcome: 'with-controls' })).toEqual(['/controls']);
    expect(await pointersOf(pair, { controls: 'Staff within sight.' })).toEqual(['/controls']);
    expect(await pointersOf(pair, { reasons: ' ' })).toEqual(['/reasons']);
    expect(await pointersOf(pair, { reviewOn: '2026-03-10' })).toEqual(['/reviewOn']);
    expect(await pointersOf(pair, { reviewOn: '2027-03-13' })).toEqual(['/reviewOn']);
    expect(await pointersOf(pair, { reviewOn: '2026-02-30' })).toEqual(['/reviewOn']);
    expect((await assess(pair, { reviewOn: '2027-03-12' })).status).toBe(201);
  });

  it('takes strengths and risks, and makes the reasons of them unless it is given some', async () => {
    const [one, other] = await aPair();
    const pair = { youngPersonIds: [one, other], outcome: 'compatible' };
    const post = (also: object) =>
      product
        .as('staff')
        .post('/api/compatibility-assessments')
        .send({ ...pair, ...also });
    const told = { strengths: ['They laugh.', 'They cook.'], risks: 'Both wake early.' };
    const said = { strengths: 'They laugh.\nThey cook.', risks: 'Both wake early.' };
    expect((await post(told)).body).toMatchObject({
      ...said,
      reasons: 'Strengths: They laugh.\nThey cook.\nRisks: Both wake early.',
    });
    expect((await post({ risks: 'Both wake early.' })).body).toMatchObject({
      strengths: null,
      risks: 'Both wake early.',
      reasons: 'Risks: Both wake early.',
    });
    expect((await post({ ...told, reasons: 'As known.' })).body).toMatchObject({
      ...said,
      reasons: 'As known.',
    });
    const none = await post({});
    expect([none.status, none.body]).toMatchObject([400, { errors: [{ pointer: '/reasons' }] }]);
    expect(await judgementsOn(one)).toHaveLength(3);
    expect((await judgementsOn(one))[0]).toMatchObject({ ...said, reasons: 'As known.' });
  });

  it('judges a whole group at once, all or none', async () => {
    const [one, other] = await aPair();
    const [third = ''] = await siblings(product, 1);
    const judged = (youngPersonIds: readonly string[], also: object = {}) => ({
      ...judgement,
      youngPersonIds,
      ...also,
    });
    const post = (...assessments: object[]) =>
      product.as('staff').post('/api/compatibility-assessments/group').send({ assessments });
    const wrong = await post(
      judged([one, other]),
      judged([other, third], { outcome: 'with-controls' }),
      judged([one, third]),
    );
    expect([wrong.status, wrong.body]).toMatchObject([
      400,
      { errors: [{ pointer: '/assessments/1/controls' }] },
    ]);
    const unknown = await post(judged([one, other]), judged([one, randomUUID()]));
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/assessments/1/youngPersonIds/1' }] });
    const twice = await post(judged([one, other]), judged([other, one]));
    expect(twice.body).toMatchObject({ errors: [{ pointer: '/assessments/1' }] });
    expect((await post()).status).toBe(400);
    expect(await judgementsOn(one)).toEqual([]);
    const right = await post(judged([one, other]), judged([other, third], { outcome: 'not-together' }));
    expect(right.status).toBe(201);
    expect((right.body as { items: Assessment[] }).items).toMatchObject([
      { youngPersonIds: [one, other].sort(), conflicts: [] },
      { outcome: 'not-together' },
    ]);
    expect(await judgementsOn(other)).toHaveLength(2);
    expect((await product.as('worker').post('/api/compatibility-assessments/group').send({})).status).toBe(
      403,
    );
  });

  it('does not answer "no judgements" about somebody who is not on file', async () => {
    const path = `/api/compatibility-assessments?youngPersonId=${randomUUID()}`;
    expect((await product.as('staff').get(path)).status).toBe(400);
  });

  it('keeps judging, and reading judgements, to unit staff', async () => {
    const pair = await aPair();
    for (const role of ['worker', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const) {
      const as = product.as(role);
      const answers = [
        await as.post('/api/compatibility-assessments').send({ ...judgement, youngPersonIds: pair }),
        await as.get('/api/compatibility-assessments'),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403]);
    }
    expect(await judgementsOn(pair[0])).toEqual([]);
  });

  it('writes down for both who judged, why, and what was judged before', async () => {
    const pair = await aPair();
    await assess(pair);
    const { id } = (await assess(pair, { outcome: 'not-together', reasons: 'A fight.' })).body as Assessment;
    const entries = await product.dataSource.query<{ young_person_id: string }[]>(
      `SELECT young_person_id, action, before, after, reason FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused')`,
      [id],
    );
    expect(entries.map((entry) => entry.young_person_id).sort()).toEqual([...pair].sort());
    expect(entries[0]).toMatchObject({
      action: 'compatibility.assessed',
      before: { outcome: 'compatible' },
      after: { outcome: 'not-together' },
      reason: 'A fight.',
    });
  });

  it('leaves exactly one judgement in force when two managers judge a pair at the same moment', async () => {
    for (let round = 1; round <= 20; round += 1) {
      const [one, other] = await aPair();
      const answers = await Promise.all([
        assess([one, other], {}, 'manager'),
        assess([other, one], { outcome: 'not-together' }),
      ]);
      expect([round, ...answers.map(({ status }) => status)]).toEqual([round, 201, 201]);
      const judged = await judgementsOn(one);
      expect([round, ...judged.map(({ inForce }) => inForce)]).toEqual([round, true, false]);
    }
  });
});
