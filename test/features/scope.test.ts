import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import request from 'supertest';
import type { Person } from '../../src/platform/actor';
import { Database } from '../../src/platform/database';
import { FreedNights } from '../../src/platform/freed-nights';
import { Notices } from '../../src/platform/notices/notices';
import { nameRequests } from '../../src/platform/request-context';
import { UnitGate } from '../../src/platform/unit-gate';
import { anotherAccount, type SignedIn } from '../support/another-account';
import { aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { newSiblings, openCasPlan } from '../support/family-plans';
import { familyOf } from '../support/people-page';
import { startProduct, type Product } from '../support/product';

const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

let product: Product;
let here: AUnit;
let elsewhere: AUnit;
let child: string;
let theirs: string;
let stay: string;
let manager: SignedIn;

beforeAll(async () => {
  product = await startProduct();
  [here, elsewhere] = [await aUnit(product), await aUnit(product)];
  [child = '', theirs = ''] = [...(await siblings(product, 1)), ...(await siblings(product, 1))];
  const booked = await book(product, here, [{ youngPersonId: child, ...weekend }]);
  [{ id: stay } = { id: '' }] = (booked.body as { items: Booked[] }).items;
  await book(product, elsewhere, [{ youngPersonId: theirs, ...weekend }]);
  manager = await anotherAccount(product, {
    username: 'manager-elsewhere',
    role: 'manager',
    unitIds: [elsewhere.id],
  });
});
afterAll(() => product.close());

const theManager = (): Person => ({
  ...{ id: manager.id, name: 'Test', role: 'manager' },
  ...{ team: null, unitIds: [elsewhere.id] },
});

/** As in a request of theirs. */
const asThough = <T>(person: Person, act: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const answer = { setHeader: () => undefined } as unknown as Response;
    nameRequests({ person } as Request, answer, () => void act().then(resolve, reject));
  });

describe('whoever works for one unit', () => {
  it('is told of what is about another as of what there is not', async () => {
    const nobody = randomUUID();
    for (const [path, id] of [
      ['/api/stays/:id', stay],
      ['/api/units/:id', here.id],
      ['/api/young-people/:id', child],
      ['/young-people/:id', child],
      ['/stays/:id', stay],
      ['/stays/:id/cancellation', stay],
      ['/api/board?unitId=:id&from=2026-03-01&to=2026-04-01', here.id],
      ['/board?unit=:id', here.id],
      ['/api/stays?youngPersonId=:id', child],
      ['/api/reports/cost?unitId=:id&from=2026-03-01&to=2026-04-01', here.id],
      ['/closures?unit=:id', here.id],
    ] as const) {
      const [theirs, none] = [path.replace(':id', id), path.replace(':id', nobody)];
      const answers = [await manager.agent.get(theirs), await manager.agent.get(none)];
      expect([path, ...answers.map(({ status }) => status)]).toEqual([path, 404, 404]);
      expect(answers[0]?.body).toEqual(answers[1]?.body);
    }
  });

  it('changes nothing of another, wherever it is named', async () => {
    const stays = [{ youngPersonId: child, ...weekend }];
    const [closing, room] = [
      { fromOn: '2026-05-01', toOn: '2026-05-02', kind: 'repair', reason: 'A' },
      here.rooms[0]?.id,
    ];
    const asked: [string, object][] = [
      ['stays', { unitId: here.id, kind: 'planned', stays }],
      ['stays', { unitId: elsewhere.id, kind: 'planned', stays }],
      ['placement-checks', { unitId: here.id, kind: 'planned', stays }],
      [`stays/${stay}/cancellation`, { by: 'unit', reason: 'No.' }],
      ['closures', { unitId: here.id, ...closing }],
      ['closures', { unitId: elsewhere.id, roomId: room, ...closing }],
      ['compatibility-assessments', { youngPersonIds: [child, theirs], outcome: 'compatible', reasons: 'A' }],
      [`units/${here.id}/settings`, { from: '2026-04-01', places: 1 }],
      ['emergency-claims/preview', { unitId: here.id, child: { approximateAge: 15 } }],
    ];
    for (const [path, body] of asked)
      expect([path, (await manager.agent.post(`/api/${path}`).send(body)).status]).toEqual([path, 404]);
  });

  it('names it to no page, however the id is written', async () => {
    const family = await familyOf(product, child);
    const room = here.rooms[0]?.id ?? '';
    const written = (id: string) => [
      id,
      ` ${id}`,
      `%00${id}`,
      `${id.slice(0, 9)}%00${id.slice(9)}`,
      `${id},x`,
    ];
    const pages = [
      ['/day-visits/new?youngPerson=', child],
      ['/young-people/new?family=', family],
      ['/audit?youngPersonId=', child],
      ['/board?unit=', here.id],
      ['/closures/new?room=', room],
      [`/assessments/new?pair=${theirs}_`, child],
      [`/assessments/new?youngPerson=${theirs}&youngPerson=`, child],
    ] as const;
    const browser = request.agent(product.baseUrl).set(manager.headers);
    for (const [page, id] of pages)
      for (const value of written(id))
        expect([page + value, (await browser.get(page + value)).status]).toEqual([page + value, 404]);
  });

  it('takes no form of theirs about another unit, however its id is written', async () => {
    const before = await product.dataSource.query<object[]>('SELECT * FROM closures');
    const asked = {
      ...{ key: randomUUID(), roomId: 'unit', kind: 'repair', reason: 'A' },
      ...{ fromOn: '2026-05-01', toOn: '2026-05-02' },
    };
    for (const unitId of [here.id, `\0${here.id}`, `${here.id.slice(0, 9)}\0${here.id.slice(9)}`]) {
      const browser = request.agent(product.baseUrl).set(manager.headers);
      const answer = await browser
        .post('/closures/new')
        .type('form')
        .send({ ...asked, unitId });
      expect([unitId, answer.status]).toEqual([unitId, 404]);
    }
    expect(await product.dataSource.query('SELECT * FROM closures')).toEqual(before);
  });

  it('imports no stays into another', async () => {
    const answer = await manager.agent
      .post('/api/imports')
      .field('unitId', here.id)
      .attach('file', Buffer.from('a,b'), 'stays.csv');
    expect(answer.status).toBe(404);
    const other = await manager.agent
      .post('/api/imports')
      .field('unitId', elsewhere.id)
      .attach('file', Buffer.from('a,b'), 'stays.csv');
    expect(other.status).toBe(202);
  });

  it('changes no diary but their own, whatever did not look', async () => {
    const gate = product.app.get(UnitGate);
    const change = (unitId: string) =>
      asThough(theManager(), () => gate.change(unitId, () => Promise.resolve('changed')));
    expect(await change(elsewhere.id)).toBe('changed');
    await expect(change(here.id)).rejects.toThrow('There is no such unit.');
  });

  it('frees nights of another for those who wait there, whoever freed them', async () => {
    const freed = product.app.get(FreedNights);
    const heard: unknown[] = [];
    freed.hear(({ unitId }) =>
      product.app.get(UnitGate).change(unitId, () => Promise.resolve(void heard.push(unitId))),
    );
    const nights = { from: '2026-03-13', to: '2026-03-15' };
    await asThough(theManager(), async () => {
      freed.publish({ unitId: here.id, nights });
      await freed.settled();
    });
    expect(heard).toEqual([here.id]);
  });

  it('finds their own in every list, and nothing of another', async () => {
    const lists = [
      'units',
      'stays',
      'young-people',
      'families',
      'tasks',
      'requests',
      'notices',
      'day-visits',
      'handovers/2026-03-10',
    ];
    for (const list of lists) {
      const answer = await manager.agent.get(`/api/${list}`);
      expect([list, answer.status]).toEqual([list, 200]);
      const text = JSON.stringify(answer.body);
      expect([list, [child, stay, here.id].filter((id) => text.includes(id))]).toEqual([list, []]);
    }
    expect(JSON.stringify((await manager.agent.get('/api/stays')).body)).toContain(theirs);
    const board = await manager.agent.get('/board').set('Accept', 'text/html');
    expect(board.text).toContain(elsewhere.id);
    expect(board.text).not.toContain(here.id);
    const people = await manager.agent.get('/young-people').set('Accept', 'text/html');
    expect([people.text.includes(theirs), people.text.includes(child)]).toEqual([true, false]);
  });

  it('meets a young person whom no unit knows yet', async () => {
    const [fresh = ''] = await siblings(product, 1);
    expect((await manager.agent.get(`/api/young-people/${fresh}`)).status).toBe(200);
    expect((await manager.agent.get(`/young-people/${fresh}`)).status).toBe(200);
  });

  it('may be an on-call manager whose account names both', async () => {
    const both = { username: 'on-call', role: 'deputy', unitIds: [here.id, elsewhere.id] } as const;
    const { agent } = await anotherAccount(product, both);
    for (const id of [child, theirs]) expect((await agent.get(`/young-people/${id}`)).status).toBe(200);
  });

  it('claims a bed for any child, but in their own unit', async () => {
    const asked = { unitId: elsewhere.id, child: { youngPersonId: child } };
    const answer = await manager.agent.post('/api/emergency-claims/preview').send(asked);
    expect(answer.status).toBe(200);
  });
});

it('a notice to managers goes to those of its unit', async () => {
  const told = {
    kind: 'stay.moved',
    to: { role: 'manager' },
    subject: 'A',
    body: 'B',
    link: '/',
    unitId: here.id,
  } as const;
  const ids = await product.app.get(Database).transaction((tx) => product.app.get(Notices).write(tx, told));
  const [row] = await product.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int FROM notices WHERE id = ANY ($1) AND to_account_id = $2',
    [ids, manager.id],
  );
  expect([ids.length > 0, row?.count]).toEqual([true, 0]);
});

describe('a team of CAS workers', () => {
  it('covers for each other, and for no other team', async () => {
    const [one, mate, other] = [
      await anotherAccount(product, { username: 'north-1', role: 'worker', team: 'North' }),
      await anotherAccount(product, { username: 'north-2', role: 'worker', team: 'North' }),
      await anotherAccount(product, { username: 'south-1', role: 'worker', team: 'South' }),
    ];
    const [own = ''] = await newSiblings(product, 1);
    const familyId = await familyOf(product, own);
    await openCasPlan(product, 'manager', familyId, { keyWorkerId: one.id });
    const statuses = [];
    for (const { agent } of [one, mate, other])
      statuses.push((await agent.get(`/api/families/${familyId}`)).status);
    expect(statuses).toEqual([200, 200, 404]);
  });
});
