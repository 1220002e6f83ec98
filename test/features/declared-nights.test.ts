import { aUnit, type AUnit } from '../support/diary';
import { aPlanInProgress, aStayOf } from '../support/in-progress';
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
const elsewhere = { fromOn: '2026-02-01', toOn: '2026-02-05', place: 'Their aunt’s' };

const declare = (id: string, body: object = elsewhere, user: User = 'worker') =>
  product.as(user).post(`/api/young-people/${id}/declared-nights`).send(body);
const withdraw = (id: string, body: object = { reason: 'It did not happen.' }, user: User = 'worker') =>
  product.as(user).post(`/api/declared-nights/${id}/withdrawal`).send(body);
const detailOf = (answer: { body: unknown }) => (answer.body as { detail: string }).detail;
const idOf = (answer: { body: unknown }) => (answer.body as { id: string }).id;

async function counted(id: string, user: User = 'worker') {
  return (await product.as(user).get(`/api/young-people/${id}/nights-counted`).expect(200)).body as {
    readonly upToToday: object;
    readonly ahead: object | null;
  };
}

describe('nights declared elsewhere', () => {
  it('count until they are withdrawn, and are kept', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    const declared = await declare(youngPersonId).expect(201);
    expect(declared.body).toMatchObject({ ...elsewhere, recordedBy: 'Test worker', withdrawnAt: null });
    expect((await counted(youngPersonId)).upToToday).toMatchObject({ elsewhere: 4, daysTouched: 5 });
    await withdraw(idOf(declared)).expect(200);
    expect((await counted(youngPersonId)).upToToday).toMatchObject({ elsewhere: 0, daysTouched: 0 });
    expect(detailOf(await withdraw(idOf(declared)).expect(409))).toBe(
      'Test worker has withdrawn these nights already.',
    );
    await declare(youngPersonId).expect(201);
    const list = await product.as('staff').get(`/api/young-people/${youngPersonId}/declared-nights`);
    expect((list.body as { items: object[] }).items).toHaveLength(2);
  });

  it('are not declared twice, nor where they stayed with us', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    await declare(youngPersonId).expect(201);
    const overlapping = { ...elsewhere, fromOn: '2026-02-04', toOn: '2026-02-06' };
    expect(detailOf(await declare(youngPersonId, overlapping).expect(409))).toBe(
      'Nights elsewhere are declared already: Sun 1 to Thu 5 February, 4 nights. Withdraw those first, or leave them out.',
    );
    await declare(youngPersonId, { ...elsewhere, fromOn: '2026-02-05', toOn: '2026-02-06' }).expect(201);
    await aStayOf(product, youngPersonId, unit, {
      from: '2026-03-20',
      to: '2026-03-22',
      status: 'confirmed',
    });
    const withUs = { ...elsewhere, fromOn: '2026-03-21', toOn: '2026-03-25' };
    expect(detailOf(await declare(youngPersonId, withUs).expect(409))).toContain('a stay with us then');
    await declare(youngPersonId, { ...withUs, fromOn: '2026-03-22' }).expect(201);
  });

  it('leave no room for a stay on the same nights, until they are withdrawn', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    const away = { ...elsewhere, fromOn: '2026-04-02', toOn: '2026-04-04' };
    const id = idOf(await declare(youngPersonId, away).expect(201));
    const nights = { arrivesOn: '2026-04-03', departsOn: '2026-04-06' };
    const booking = { unitId: unit.id, kind: 'planned', stays: [{ youngPersonId, ...nights }] };
    const check = async () => {
      const answer = await product.as('manager').post('/api/placement-checks').send(booking);
      return (answer.body as { findings: { code: string; nights: string[] }[] }).findings;
    };
    expect(await check()).toMatchObject([{ code: 'already-staying', nights: ['2026-04-03'] }]);
    await product.as('worker').post(`/api/declared-nights/${id}/withdrawal`).send({ reason: 'Stayed.' });
    expect((await check()).map(({ code }) => code)).not.toContain('already-staying');
  });

  it('have nights, and a place', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    for (const [wrong, pointer] of [
      [{ ...elsewhere, toOn: elsewhere.fromOn }, '/toOn'],
      [{ ...elsewhere, toOn: '2036-02-05' }, '/toOn'],
      [{ ...elsewhere, place: '' }, '/place'],
      [{ ...elsewhere, fromOn: '2026-02-30' }, '/fromOn'],
    ] as const)
      expect((await declare(youngPersonId, wrong).expect(400)).body).toMatchObject({ errors: [{ pointer }] });
    await withdraw(idOf(await declare(youngPersonId)), {}).expect(400);
  });

  it('are one of two declared at once', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    const answers = await Promise.all([1, 2, 3].map(() => declare(youngPersonId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('are the key worker’s and the unit’s to know of', async () => {
    const { youngPersonId } = await aPlanInProgress(product, { keyWorker: 'worker-2' });
    const declared = await declare(youngPersonId, elsewhere, 'staff').expect(201);
    const none = detailOf(await declare(NOBODY).expect(404));
    expect(detailOf(await declare(youngPersonId).expect(404))).toBe(none);
    expect(detailOf(await withdraw(idOf(declared)).expect(404))).toBe(
      detailOf(await withdraw(NOBODY).expect(404)),
    );
    for (const path of ['declared-nights', 'nights-counted']) {
      await product.as('worker').get(`/api/young-people/${youngPersonId}/${path}`).expect(404);
      await product.as('worker-2').get(`/api/young-people/${youngPersonId}/${path}`).expect(200);
      for (const user of ['edt', 'finance', 'auditor', 'service-manager', 'administrator'] as const)
        await product.as(user).get(`/api/young-people/${youngPersonId}/${path}`).expect(403);
    }
    for (const user of ['edt', 'finance', 'auditor', 'service-manager', 'administrator'] as const) {
      await declare(youngPersonId, elsewhere, user).expect(403);
      await withdraw(idOf(declared), { reason: 'No.' }, user).expect(403);
    }
    await withdraw(idOf(declared), { reason: 'A mistake.' }, 'worker-2').expect(200);
  });
});

it('counts nights and days with us and elsewhere, up to today and ahead', async () => {
  const { youngPersonId } = await aPlanInProgress(product);
  const stay = (from: string, to: string, status: string, kind = 'planned') =>
    aStayOf(product, youngPersonId, unit, { from, to, status, kind });
  await stay('2026-01-10', '2026-01-12', 'completed');
  await stay('2026-01-12', '2026-01-13', 'completed', 'emergency');
  await stay('2026-01-20', '2026-01-25', 'cancelled');
  await stay('2026-05-01', '2026-05-21', 'confirmed');
  await declare(youngPersonId).expect(201);
  expect(await counted(youngPersonId)).toMatchObject({
    mostNights: 75,
    mostNightsOfOneStay: 17,
    upToToday: {
      from: '2025-03-12',
      to: '2026-03-12',
      planned: 2,
      emergency: 1,
      elsewhere: 4,
      daysTouched: 9,
    },
    ahead: { from: '2026-01-10', planned: 22, nights: 27, longestStay: 20 },
    thisYear: { from: '2025-04-01', to: '2026-04-01', nights: 7 },
    lastYear: { nights: 0 },
  });
  expect(await counted(youngPersonId, 'staff')).toEqual(await counted(youngPersonId));
});
