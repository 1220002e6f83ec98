import { randomUUID } from 'node:crypto';
import { assessPair, aUnit, book, type AUnit, type Booked } from '../support/diary';
import {
  aDraft,
  agreedPlans,
  casPlanOf,
  newSiblings,
  openCasPlan,
  shortBreakPlanIn,
  type ACasPlan,
} from '../support/family-plans';
import { familyOf } from '../support/people-page';
import { startProduct, type Product } from '../support/product';

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

let product: Product;
let unit: AUnit;
let mine: string;
let theirs: string;
let myPlan: ACasPlan;
let theirPlan: ACasPlan;
let myShortBreak: string;
let theirShortBreak: string;
let myStay: string;
let theirStay: string;

/** Two families of two workers, compatible, booked for the same weekend. */
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  [mine = ''] = await newSiblings(product, 1);
  [theirs = ''] = await newSiblings(product, 1);
  await assessPair(product, [mine, theirs]);
  const [my, their] = [
    await agreedPlans(product, 'worker', [mine]),
    await agreedPlans(product, 'worker-2', [theirs]),
  ];
  [myPlan, theirPlan] = [my.casPlan, their.casPlan];
  myShortBreak = my.plans[0]?.id ?? '';
  theirShortBreak = their.plans[0]?.id ?? '';
  const stays = [mine, theirs].map((youngPersonId) => ({ youngPersonId, ...friday }));
  const answer = await book(product, unit, stays);
  [myStay = '', theirStay = ''] = (answer.body as { items: Booked[] }).items.map(({ id }) => id);
});
afterAll(() => product.close());

const worker = () => product.as('worker');
const get = (path: string) => worker().get(`/api/${path}`);
const post = (path: string, body: object) => worker().post(`/api/${path}`).send(body);

describe('a CAS worker', () => {
  it('finds the families, young people, plans and stays of their caseload, and no others', async () => {
    for (const path of ['families', 'cas-plans', 'young-people', 'short-break-plans', 'stays']) {
      const text = JSON.stringify((await get(path)).body);
      expect([path, text.includes(mine), text.includes(theirs)]).toEqual([path, path !== 'cas-plans', false]);
    }
    expect((await get('families?search=Ash')).body).toMatchObject({ items: [{ id: myPlan.familyId }] });
    const all = await product.as('staff').get('/api/families?limit=500');
    expect(JSON.stringify(all.body)).toContain(theirPlan.familyId);
  });

  it('is told of another’s as of what there is not', async () => {
    const paths = (family: string, child: string, plan: string, shortBreak: string, stay: string) => [
      `families/${family}`,
      `young-people/${child}`,
      `cas-plans/${plan}`,
      `cas-plans/${plan}/endings`,
      `short-break-plans/${shortBreak}`,
      `short-break-plans/${shortBreak}/endings`,
      `stays/${stay}`,
    ];
    const nobody = randomUUID();
    const strange = paths(theirPlan.familyId, theirs, theirPlan.id, theirShortBreak, theirStay);
    const missing = paths(nobody, nobody, nobody, nobody, nobody);
    const own = paths(myPlan.familyId, mine, myPlan.id, myShortBreak, myStay);
    for (const [index, path] of strange.entries()) {
      const answers = [await get(path), await get(missing[index] ?? ''), await get(own[index] ?? '')];
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 404, 404, 200]);
      expect(answers[0]?.body).toEqual(answers[1]?.body);
    }
  });

  it('changes nothing of another’s', async () => {
    const [familyId, consent] = [theirPlan.familyId, { by: 'A', how: 'said', on: '2026-03-02' }];
    const child = { givenName: 'A', familyName: 'B', dateOfBirth: '2014-01-01', caseReference: 'C' };
    const asked: [string, object][] = [
      ['cas-plans', casPlanOf(familyId)],
      ['young-people', { familyId, ...child }],
      [`cas-plans/${theirPlan.id}/support`, { kind: 'cas-only', fromOn: '2026-03-11' }],
      [`cas-plans/${theirPlan.id}/goals`, { text: 'Mine' }],
      [`cas-plans/${theirPlan.id}/closure`, { on: '2026-03-11', reason: 'moved-away' }],
      [`cas-plans/${theirPlan.id}/dormancy`, {}],
      [`cas-plans/${theirPlan.id}/reopening`, {}],
      ['short-break-plans', shortBreakPlanIn(theirPlan, theirs)],
      [`short-break-plans/${theirShortBreak}/terms`, { nightsAgreed: 1 }],
      [`short-break-plans/${theirShortBreak}/agreement`, {}],
      [`short-break-plans/${theirShortBreak}/ending`, { on: '2026-03-11', reason: 'No.' }],
      [`short-break-plans/${theirShortBreak}/consent`, consent],
      [`short-break-plans/${theirShortBreak}/consent-withdrawal`, { on: '2026-03-11', reason: 'No.' }],
    ];
    for (const [path, body] of asked) expect([path, (await post(path, body)).status]).toEqual([path, 404]);
  });

  it('opens a plan for a family nobody holds one for, and adds its young people', async () => {
    const family = await post('families', { reference: 'FAM-NEW' });
    const { id: familyId } = family.body as { id: string };
    expect((await get(`families/${familyId}`)).status).toBe(404);
    const child = {
      familyId,
      givenName: 'Ada',
      familyName: 'Lark',
      dateOfBirth: '2014-01-01',
      caseReference: 'C',
    };
    expect((await post('young-people', child)).status).toBe(201);
    expect((await openCasPlan(product, 'worker', familyId)).status).toBe(201);
    expect((await get(`families/${familyId}`)).body).toMatchObject({ youngPeople: [{ givenName: 'Ada' }] });
    const sibling = { ...child, givenName: 'Bo' };
    expect((await post('young-people', sibling)).status).toBe(201);
    expect((await product.as('worker-2').post('/api/young-people').send(sibling)).status).toBe(404);
  });

  it('reads a stay without its rooms, and changes none', async () => {
    const stay = await get(`stays/${myStay}`);
    expect(stay.body).toMatchObject({ roomId: null, rooms: [], youngPersonId: mine });
    const { actions } = stay.body as { actions: { allowed: boolean }[] };
    expect(actions.some(({ allowed }) => allowed)).toBe(false);
    const [kind, stays] = ['planned', [{ youngPersonId: mine, ...friday }]];
    expect((await post('stays', { unitId: unit.id, kind, stays })).status).toBe(403);
    expect((await post(`stays/${myStay}/cancellation`, { by: 'cas', reason: 'No.' })).status).toBe(403);
  });

  it('asks what fits for their own only, and learns neither rooms nor whose stay is in the way', async () => {
    const [third = ''] = await newSiblings(product, 1);
    await assessPair(product, [third, mine], 'not-together');
    await openCasPlan(product, 'worker', await familyOf(product, third));
    const check = (youngPersonId: string) =>
      post('placement-checks', {
        unitId: unit.id,
        kind: 'planned',
        stays: [{ youngPersonId, ...friday, roomId: unit.rooms[0]?.id }],
      });
    const search = (youngPersonIds: string[]) =>
      post('date-searches', {
        unitId: unit.id,
        youngPersonIds,
        nights: 3,
        earliest: '2026-03-13',
        latest: '2026-03-13',
      });
    for (const answer of [await check(third), await search([third])]) {
      const text = JSON.stringify(answer.body);
      expect([answer.status, text.includes('not-together')]).toEqual([200, true]);
      for (const secret of [mine, theirs, 'peerIds', 'room-taken', ...unit.rooms.map(({ id }) => id)])
        expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
    for (const stranger of [theirs, randomUUID()]) {
      expect((await check(stranger)).status).toBe(404);
      expect((await search([third, stranger])).status).toBe(404);
    }
  });

  it('does not read who was judged to stay with whom', async () => {
    for (const path of [
      `compatibility-assessments?youngPersonId=${mine}`,
      `solo-decisions?youngPersonId=${mine}`,
    ])
      expect((await get(path)).status).toBe(403);
    for (const path of ['/young-people', `/young-people/${mine}`, `/stays/${myStay}`, '/board'])
      expect([path, (await worker().get(path)).status]).toEqual([path, 403]);
  });
});

describe('the other roles', () => {
  it('staff read plans and write none', async () => {
    const staff = product.as('staff');
    expect((await staff.get(`/api/cas-plans/${theirPlan.id}`)).status).toBe(200);
    expect((await staff.get(`/api/short-break-plans/${theirShortBreak}`)).status).toBe(200);
    const asked: [string, object][] = [
      ['cas-plans', casPlanOf(theirPlan.familyId)],
      [`cas-plans/${theirPlan.id}/key-worker`, { keyWorkerId: randomUUID() }],
      [`cas-plans/${theirPlan.id}/closure`, { on: '2026-03-11', reason: 'moved-away' }],
      ['short-break-plans', shortBreakPlanIn(theirPlan, theirs)],
      [`short-break-plans/${theirShortBreak}/agreement`, {}],
      [`short-break-plans/${theirShortBreak}/ending`, { on: '2026-03-11', reason: 'No.' }],
    ];
    for (const [path, body] of asked)
      expect([path, (await staff.post(`/api/${path}`).send(body)).status]).toEqual([path, 403]);
  });

  it('those with no part in plans see none', async () => {
    for (const role of ['edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const)
      for (const path of ['cas-plans', `cas-plans/${myPlan.id}`, 'short-break-plans', 'families'])
        expect([role, path, (await product.as(role).get(`/api/${path}`)).status]).toEqual([role, path, 403]);
  });

  it('a manager does all of it for any family', async () => {
    const [child = ''] = await newSiblings(product, 1);
    const answer = await openCasPlan(product, 'deputy', await familyOf(product, child));
    const plan = answer.body as ACasPlan;
    await aDraft(product, 'manager', plan, child);
    expect((await product.as('manager').post(`/api/cas-plans/${plan.id}/dormancy`).send({})).status).toBe(
      200,
    );
    expect((await product.as('manager').post(`/api/cas-plans/${plan.id}/reopening`).send({})).status).toBe(
      200,
    );
  });
});
