import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { aCompatibleGroup, assessPair, aUnit, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

interface Visit {
  readonly id: string;
  readonly status: string;
  readonly conflicts: readonly { readonly code: string; readonly peerIds?: readonly string[] }[];
}

interface Refusal {
  readonly findings: readonly { readonly code: string; readonly peerIds?: readonly string[] }[];
  readonly errors: readonly { readonly pointer: string }[];
}

const FRIDAY = '2026-03-13';
const afterSchool = { on: FRIDAY, fromTime: '15:30', toTime: '18:00', purpose: 'Cook a meal' };
const weekend = { arrivesOn: FRIDAY, departsOn: '2026-03-15' };

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  unit = await aUnit(product);
});

const visit = (youngPersonId: string | undefined, also: object = {}, user: 'staff' | 'manager' = 'staff') =>
  product
    .as(user)
    .post('/api/day-visits')
    .send({ unitId: unit.id, youngPersonId, ...afterSchool, ...also });
const post = (id: string, action: string, body: object) =>
  product.as('staff').post(`/api/day-visits/${id}/${action}`).send(body);
const idOf = (answer: Response) => (answer.body as Visit).id;
const codesOf = (answer: Response) => (answer.body as Refusal).findings.map(({ code }) => code);
const settings = (set: object) =>
  product
    .as('manager')
    .post(`/api/units/${unit.id}/settings`)
    .send({ from: '2026-03-01', ...set });

/** Each of a family of their own; nobody has judged them. */
async function strangers(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(...(await siblings(product, 1)));
  return ids;
}

describe('a day visit', () => {
  it('is booked, read back and listed, and never counts as a night', async () => {
    const [youngPersonId] = await siblings(product, 1);
    const booked = await visit(youngPersonId);
    expect([booked.status, booked.body]).toMatchObject([
      201,
      { youngPersonId, ...afterSchool, status: 'booked', conflicts: [], bookedByName: 'Test staff' },
    ]);
    const path = `/api/day-visits/${idOf(booked)}`;
    expect((await product.as('staff').get(path)).body).toEqual(booked.body);
    for (const query of [
      `unitId=${unit.id}`,
      `unitId=${unit.id}&from=${FRIDAY}&to=2026-03-14`,
      `youngPersonId=${youngPersonId}`,
    ]) {
      const listed = await product.as('staff').get(`/api/day-visits?${query}`);
      expect(listed.body).toMatchObject({ items: [{ id: idOf(booked) }], nextCursor: null });
    }
    const none = await product.as('staff').get(`/api/day-visits?unitId=${unit.id}&from=2026-03-14`);
    expect(none.body).toMatchObject({ items: [] });
    const period = `unitId=${unit.id}&from=2026-03-01&to=2026-04-01`;
    const report = await product.as('manager').get(`/api/reports/occupancy?${period}`);
    expect(report.body).toMatchObject({ total: { classes: { occupied: 0, booked: 0, held: 0 } } });
  });

  it('says field by field what is wrong', async () => {
    const [youngPersonId] = await siblings(product, 1);
    const pointers = async (also: object) => {
      const answer = await visit(youngPersonId, also);
      expect(answer.status).toBe(400);
      return (answer.body as Refusal).errors.map(({ pointer }) => pointer);
    };
    expect(await pointers({ toTime: '15:30' })).toEqual(['/toTime']);
    expect(await pointers({ toTime: '15:00' })).toEqual(['/toTime']);
    expect(await pointers({ fromTime: '25:00' })).toEqual(['/fromTime']);
    expect(await pointers({ on: '2026-03-10' })).toEqual(['/fromTime']);
    expect(await pointers({ on: '2026-03-11', fromTime: '11:30' })).toEqual(['/fromTime']);
    expect(await pointers({ on: '2026-02-30' })).toEqual(['/on']);
    expect(await pointers({ purpose: ' ' })).toEqual(['/purpose']);
    expect(await pointers({ youngPersonId: randomUUID() })).toEqual(['/youngPersonId']);
    expect((await visit(youngPersonId, { unitId: randomUUID() })).status).toBe(404);
    expect((await visit(youngPersonId, { on: '2026-03-11', fromTime: '12:30' })).status).toBe(201);
  });

  it('is judged against those who stay and those who visit, and names them to unit staff', async () => {
    const [guest, apart, unknown] = await strangers(3);
    await assessPair(product, [guest ?? '', apart ?? ''], 'not-together');
    await book(product, unit, [{ youngPersonId: guest, ...weekend }]);
    const refused = await visit(apart);
    expect([refused.status, ...codesOf(refused)]).toEqual([409, 'not-together']);
    expect((refused.body as Refusal).findings[0]?.peerIds).toEqual([guest]);
    expect(codesOf(await visit(unknown))).toEqual(['not-assessed']);
    expect((await visit(unknown, { toTime: '16:00' })).status).toBe(201);
    expect(codesOf(await visit(apart, { toTime: '16:00' }))).toEqual(['not-assessed']);
    expect(codesOf(await visit(guest, { fromTime: '16:00' }))).toEqual(['already-staying']);
  });

  it('asks to confirm that the controls were read', async () => {
    const [one, other] = await strangers(2);
    await assessPair(product, [one ?? '', other ?? ''], 'with-controls');
    await visit(one);
    expect(codesOf(await visit(other))).toEqual(['controls']);
    const booked = await visit(other, { acknowledged: ['controls'] });
    expect([booked.status, booked.body]).toMatchObject([201, { acknowledged: ['controls'] }]);
  });

  it('has places of its own, set by date', async () => {
    await settings({ visitPlaces: 1 });
    await settings({ visitPlaces: 2, from: '2026-03-14' });
    const [one, other, third] = await aCompatibleGroup(product, 3);
    expect((await visit(one)).status).toBe(201);
    expect(codesOf(await visit(other))).toEqual(['visit-places']);
    expect((await visit(other, { fromTime: '18:00', toTime: '19:00' })).status).toBe(201);
    const saturday = { on: '2026-03-14' };
    expect((await visit(one, saturday)).status).toBe(201);
    expect((await visit(other, saturday)).status).toBe(201);
    expect(codesOf(await visit(third, saturday))).toEqual(['visit-places']);
  });

  it('lets one in when two ask for the last place at once', async () => {
    await settings({ visitPlaces: 1 });
    const group = await aCompatibleGroup(product, 4);
    for (const on of ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05']) {
      const answers = await Promise.all(group.map((id) => visit(id, { on })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      for (const answer of answers.filter(({ status }) => status === 409))
        expect(codesOf(answer)).toContain('visit-places');
    }
  });

  it('is in one place at a time, in every unit', async () => {
    const other = await aUnit(product);
    const [one] = await siblings(product, 1);
    const answers = await Promise.all([visit(one), visit(one, { unitId: other.id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && codesOf(refused)).toEqual(['already-staying']);
    await book(product, other, [{ youngPersonId: one, arrivesOn: '2026-03-20', departsOn: '2026-03-22' }]);
    expect(codesOf(await visit(one, { on: '2026-03-21' }))).toEqual(['already-staying']);
    expect((await visit(one, { on: '2026-03-20', fromTime: '10:00', toTime: '16:00' })).status).toBe(201);
  });

  it('shows a stay booked later as a conflict, and refuses neither', async () => {
    const [visitor, guest] = await strangers(2);
    await assessPair(product, [visitor ?? '', guest ?? ''], 'not-together');
    const booked = await visit(visitor);
    expect((await book(product, unit, [{ youngPersonId: guest, ...weekend }])).status).toBe(201);
    const shown = await product.as('staff').get(`/api/day-visits/${idOf(booked)}`);
    expect((shown.body as Visit).conflicts).toMatchObject([{ code: 'not-together', peerIds: [guest] }]);
  });
});

describe('what becomes of a day visit', () => {
  it('is cancelled with who and why, and its place is free again', async () => {
    await settings({ visitPlaces: 1 });
    const [one, other] = await aCompatibleGroup(product, 2);
    const id = idOf(await visit(one));
    expect((await post(id, 'cancellation', { by: 'family' })).status).toBe(400);
    const cancelled = await post(id, 'cancellation', { by: 'family', reason: 'Ill.' });
    expect([cancelled.status, cancelled.body]).toMatchObject([
      200,
      { status: 'cancelled', cancelledBy: 'family', cancelledReason: 'Ill.', settledByName: 'Test staff' },
    ]);
    expect((await post(id, 'cancellation', { by: 'family', reason: 'Ill.' })).status).toBe(409);
    expect((await post(id, 'attendance', { came: true })).status).toBe(409);
    expect((await visit(other)).status).toBe(201);
    const entries = await product.dataSource.query<{ action: string }[]>(
      `SELECT action, reason FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused') ORDER BY id`,
      [id],
    );
    expect(entries).toMatchObject([
      { action: 'day-visit.booked' },
      { action: 'day-visit.cancelled', reason: 'Ill.' },
    ]);
  });

  it('says whether they came once it has begun, and may put that right', async () => {
    const [one] = await siblings(product, 1);
    const id = idOf(await visit(one));
    const early = await post(id, 'attendance', { came: true });
    expect([early.status, (early.body as { detail: string }).detail]).toEqual([
      409,
      expect.stringContaining('Fri 13 March 2026 from 3:30pm to 6pm'),
    ]);
    product.clock.at = new Date('2026-03-13T15:30:00Z');
    expect((await post(id, 'attendance', { came: false })).body).toMatchObject({ status: 'did-not-come' });
    expect((await post(id, 'attendance', { came: true })).body).toMatchObject({ status: 'came' });
    expect((await post(id, 'cancellation', { by: 'cas', reason: 'Late.' })).status).toBe(409);
  });

  it('is never removed', async () => {
    await expect(product.dataSource.query('DELETE FROM day_visits')).rejects.toThrow();
  });
});

it('is for unit staff only', async () => {
  const [youngPersonId] = await siblings(product, 1);
  const id = idOf(await visit(youngPersonId));
  const roles = ['worker', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const;
  for (const role of roles) {
    const as = product.as(role);
    const answers = [
      await as.get('/api/day-visits'),
      await as.get(`/api/day-visits/${id}`),
      await as.post('/api/day-visits').send({ unitId: unit.id, youngPersonId, ...afterSchool }),
      await as.post(`/api/day-visits/${id}/cancellation`).send({ by: 'unit', reason: 'No.' }),
      await as.post(`/api/day-visits/${id}/attendance`).send({ came: true }),
    ];
    expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403, 403, 403, 403]);
  }
});

it('lets nobody but a manager authorise', async () => {
  const [youngPersonId] = await siblings(product, 1);
  const authorisations = [{ code: 'visit-places', reason: 'Just this once.' }];
  expect((await visit(youngPersonId, { authorisations })).status).toBe(403);
  await settings({ visitPlaces: 0 });
  expect(codesOf(await visit(youngPersonId, { authorisations }, 'manager'))).toEqual(['visit-places']);
});

it('takes the settings of long stays and visits by date', async () => {
  const set = { seriesNights: 14, yearNights: 60, yearNightsToldFrom: 45, visitPlaces: 2 };
  expect((await settings({ from: '2026-06-01', ...set })).body).toMatchObject(set);
  const shown = await product.as('staff').get(`/api/units/${unit.id}`);
  const usual = { seriesNights: 17, yearNights: 75, yearNightsToldFrom: 60, visitPlaces: 4 };
  expect((shown.body as { settings: unknown[] }).settings).toMatchObject([
    usual,
    { from: '2026-06-01', ...set },
  ]);
  expect((await settings({ visitPlaces: -1 })).status).toBe(400);
});
