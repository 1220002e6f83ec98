import { RequestFiles } from '../../src/requests/request-files.service';
import { EVERYWHERE } from '../support/accounts';
import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import {
  act,
  aFamily,
  aNamedFamily,
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

const SPLIT = { acknowledged: ['siblings-split'] };

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

describe('the manager answers', () => {
  it('yes: everybody is placed at once on the best date', async () => {
    const children = await aFamily(product, 2);
    const request = await asked(product, unit.id, children);
    const answer = await act(product, 'manager', request, 'placement');
    expect(answer.body).toMatchObject({ status: 'placed', offer: null, version: 2 });
    const { stayIds } = answer.body as ToldRequest;
    expect(await statesOf(product, stayIds)).toEqual(['confirmed', 'confirmed']);
    const stay = await product.as('manager').get(`/api/stays/${stayIds[0] ?? ''}`);
    expect(stay.body).toMatchObject({ arrivesOn: '2026-03-13', departsOn: '2026-03-16', kind: 'planned' });
    const again = await act(product, 'manager', request, 'placement');
    expect(again.body).toMatchObject({
      status: 409,
      detail: 'The request is placed: change or cancel its stays instead.',
    });
  });

  it('or nobody, with every finding and the dates they are about', async () => {
    const [one, three] = [await aFamily(product), await aFamily(product, 3)];
    const request = await asked(product, unit.id, three, WEEKEND);
    const refused = await act(product, 'manager', request, 'placement');
    expect(refused.body).toMatchObject({ status: 409, arrivesOn: '2026-03-13', departsOn: '2026-03-16' });
    expect(refused.text).toContain('"no-bed"');
    expect(await read(product, request)).toMatchObject({ status: 'open', version: 1, stayIds: [] });
    const listed = await product.as('manager').get(`/api/stays?unitId=${unit.id}`);
    expect(listed.body).toMatchObject({ items: [] });
    const ofOne = await asked(product, unit.id, one, WEEKEND);
    const elsewhen = await act(product, 'manager', ofOne, 'placement', { arrivesOn: '2026-03-14' });
    expect(elsewhen.body).toMatchObject({ status: 400, errors: [{ pointer: '/arrivesOn' }] });
  });

  it('with what is to be acknowledged acknowledged, and what a manager may allow authorised', async () => {
    const [one, two] = [await aFamily(product), await aFamily(product, 1, { nights: 2 })];
    const first = await asked(product, unit.id, one, WEEKEND);
    await act(product, 'manager', first, 'placement');
    await getOn(product, one, two);
    const request = await asked(product, unit.id, two, WEEKEND);
    const refused = await act(product, 'manager', request, 'offer');
    expect(refused.body).toMatchObject({ findings: [{ code: 'nights-used', level: 'authorise' }] });
    const authorisations = [{ code: 'nights-used', reason: 'The mother is in hospital.' }];
    const offered = await act(product, 'deputy', request, 'offer', { authorisations });
    expect(offered.body).toMatchObject({ status: 'offered' });
    expect((await act(product, 'worker', request, 'acceptance')).body).toMatchObject({ status: 'placed' });
  });

  it('on the first date that what the manager allows makes a yes', async () => {
    const [there, child] = [await aFamily(product), await aFamily(product, 1, { nights: 2 })];
    await act(product, 'manager', await asked(product, unit.id, there, WEEKEND), 'placement');
    const request = await asked(product, unit.id, child);
    const authorisations = [{ code: 'nights-used', reason: 'The mother is in hospital.' }];
    const offered = await act(product, 'manager', request, 'offer', { authorisations });
    expect(offered.body).toMatchObject({ offer: { arrivesOn: '2026-03-20' } });
  });

  it('not yet, which makes it wait', async () => {
    const request = await asked(product, unit.id, await aFamily(product));
    const waiting = await act(product, 'manager', request, 'waiting', { words: 'After the holidays.' });
    expect(waiting.body).toMatchObject({ status: 'waiting', waiting: { words: 'After the holidays.' } });
    expect((await act(product, 'manager', request, 'waiting')).body).toMatchObject({
      detail: 'The request is waiting already.',
    });
  });

  it('no, for a reason of the list or in words', async () => {
    const decline = async (body: object) => {
      const request = await asked(product, unit.id, await aFamily(product));
      return (await act(product, 'manager', request, 'decline', body)).body as unknown;
    };
    expect(await decline({ reason: 'unit-closed', words: 'Until May.' })).toMatchObject({
      status: 'declined',
      decline: { reason: 'unit-closed', words: 'Until May.' },
    });
    expect(await decline({ reason: 'The aunt takes them.' })).toMatchObject({
      decline: { reason: 'other', words: 'The aunt takes them.' },
    });
    expect(await decline({ reason: 'other' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/words' }],
    });
  });

  it('in words that do not tell the worker who else stays', async () => {
    const { Zelda: guest } = await aNamedFamily(product, 'Peerson', ['Zelda']);
    const theirs = await asked(product, unit.id, [guest]);
    expect((await act(product, 'manager', theirs, 'placement')).status).toBe(200);
    const request = await asked(product, unit.id, await aFamily(product));
    for (const [answer, body] of [
      ['decline', { reason: 'not-compatible' }],
      ['waiting', {}],
    ] as const) {
      const words = 'Not while Zelda is here.';
      const told = await act(product, 'manager', request, answer, { ...body, words });
      expect(told.body).toMatchObject({ status: 400, errors: [{ pointer: '/words' }] });
    }
  });

  it('on what was read, or not at all', async () => {
    const request = await asked(product, unit.id, await aFamily(product));
    await act(product, 'manager', request, 'waiting');
    const stale = await act(product, 'manager', request, 'decline', { reason: 'unit-closed' }).set(
      'If-Match',
      '"1"',
    );
    expect(stale.status).toBe(412);
  });
});

describe('an offer', () => {
  it('holds a bed for everybody until the worker accepts', async () => {
    const request = await asked(product, unit.id, await aFamily(product, 2));
    const offered = await act(product, 'manager', request, 'offer', { arrivesOn: '2026-03-20' });
    expect(offered.body).toMatchObject({
      status: 'offered',
      offer: {
        arrivesOn: '2026-03-20',
        departsOn: '2026-03-23',
        expiresAt: '2026-03-14T12:00:00.000Z',
        leftOut: [],
      },
    });
    const { stayIds } = offered.body as ToldRequest;
    expect(await statesOf(product, stayIds)).toEqual(['held', 'held']);
    const accepted = await act(product, 'worker', request, 'acceptance');
    expect(accepted.body).toMatchObject({ status: 'placed', offer: null, stayIds });
    expect(await statesOf(product, stayIds)).toEqual(['confirmed', 'confirmed']);
  });

  it('may be placed by the manager while it is open', async () => {
    const request = await asked(product, unit.id, await aFamily(product, 2));
    await act(product, 'manager', request, 'offer');
    const placed = await act(product, 'manager', request, 'placement');
    expect(placed.body).toMatchObject({ status: 'placed' });
    expect(await statesOf(product, (placed.body as ToldRequest).stayIds)).toEqual(['confirmed', 'confirmed']);
  });

  it('frees itself: the request reads as what it was the moment the hold runs out', async () => {
    const request = await asked(product, unit.id, await aFamily(product, 2));
    await act(product, 'manager', request, 'waiting');
    const offered = await act(product, 'manager', request, 'offer', { expiresInHours: 1 });
    const { stayIds } = offered.body as ToldRequest;
    later(0.999);
    expect(await read(product, request)).toMatchObject({ status: 'offered' });
    later(0.001);
    expect(await read(product, request)).toMatchObject({ status: 'waiting', offer: null, stayIds: [] });
    expect(await statesOf(product, stayIds)).toEqual(['cancelled', 'cancelled']);
    const manager = { id: request.id, name: 'Test manager', role: 'manager', ...EVERYWHERE } as const;
    const { offers } = await product.app.get(RequestFiles).open(request.id, manager);
    expect(offers).toMatchObject([{ outcome: 'ran-out', madeByName: 'Test manager' }]);
    const listed = await product.as('worker').get(`/api/requests?status=waiting&unitId=${unit.id}`);
    expect(listed.body).toMatchObject({ items: [{ id: request.id }] });
    const late = await act(product, 'worker', request, 'acceptance');
    expect(late.body).toMatchObject({
      status: 409,
      detail: 'The request is waiting: no offer was made, or it ran out.',
    });
    expect((await act(product, 'manager', request, 'offer')).body).toMatchObject({ status: 'offered' });
  });

  it('may be given back, and the request is open again', async () => {
    const request = await asked(product, unit.id, await aFamily(product));
    const { stayIds } = (await act(product, 'manager', request, 'offer')).body as ToldRequest;
    const refused = await act(product, 'worker', request, 'refusal-of-offer', { reason: 'A birthday.' });
    expect(refused.body).toMatchObject({ status: 'open', offer: null, stayIds: [] });
    expect(await statesOf(product, stayIds)).toEqual(['cancelled']);
  });

  it('ends with the request when that is withdrawn or declined', async () => {
    for (const [user, action, body] of [
      ['worker', 'withdrawal', { reason: 'They moved.' }],
      ['manager', 'decline', { reason: 'unit-closed' }],
      ['manager', 'waiting', {}],
    ] as const) {
      const request = await asked(product, unit.id, await aFamily(product), WEEKEND);
      const { stayIds } = (await act(product, 'manager', request, 'offer')).body as ToldRequest;
      expect((await act(product, user, request, action, body)).status).toBe(200);
      expect(await statesOf(product, stayIds)).toEqual(['cancelled']);
    }
  });

  it('leaves somebody out only when the worker accepts that', async () => {
    const children = await aFamily(product, 3);
    const request = await asked(product, unit.id, children, WEEKEND);
    const leaveOut = [children[2]];
    const placed = await act(product, 'manager', request, 'placement', { leaveOut, ...SPLIT });
    expect(placed.status).toBe(409);
    const offered = await act(product, 'manager', request, 'offer', { leaveOut, ...SPLIT });
    expect(offered.body).toMatchObject({ status: 'offered', offer: { leftOut: leaveOut } });
    expect((await act(product, 'manager', request, 'placement')).status).toBe(409);
    expect((await act(product, 'manager', request, 'acceptance', { acceptsLeftOut: true })).status).toBe(409);
    const unread = await act(product, 'worker', request, 'acceptance');
    expect(unread.body).toMatchObject({ status: 409, leftOut: leaveOut });
    const accepted = await act(product, 'worker', request, 'acceptance', { acceptsLeftOut: true });
    expect(accepted.body).toMatchObject({ status: 'placed' });
    expect((accepted.body as ToldRequest).stayIds).toHaveLength(2);
  });

  it('leaves out at once whom the request says may be left out', async () => {
    const children = await aFamily(product, 3);
    const request = await asked(product, unit.id, children, { ...WEEKEND, mayLeaveOut: [children[0]] });
    const leaveOut = [children[0]];
    const placed = await act(product, 'manager', request, 'placement', { leaveOut, ...SPLIT });
    expect(placed.body).toMatchObject({ status: 'placed' });
  });

  it('is accepted, too, when its stays are confirmed one by one', async () => {
    const request = await asked(product, unit.id, await aFamily(product, 2));
    const { stayIds } = (await act(product, 'manager', request, 'offer')).body as ToldRequest;
    const confirm = (id = '') => product.as('staff').post(`/api/stays/${id}/confirmation`).send({});
    await confirm(stayIds[0]);
    expect(await read(product, request)).toMatchObject({ status: 'offered' });
    await confirm(stayIds[1]);
    later(100);
    expect(await read(product, request)).toMatchObject({ status: 'placed', offer: null, stayIds });
    expect((await act(product, 'manager', request, 'offer')).status).toBe(409);
  });

  it('is no longer one when a stay of it is cancelled: nothing stays held', async () => {
    const request = await asked(product, unit.id, await aFamily(product, 2));
    const { stayIds } = (await act(product, 'manager', request, 'offer')).body as ToldRequest;
    await product
      .as('staff')
      .post(`/api/stays/${stayIds[0] ?? ''}/cancellation`)
      .send({ by: 'family', reason: 'One cannot come.' });
    expect(await read(product, request)).toMatchObject({ status: 'open', offer: null });
    expect((await act(product, 'worker', request, 'acceptance')).status).toBe(409);
    expect((await act(product, 'manager', request, 'offer')).body).toMatchObject({ status: 'offered' });
    expect(await statesOf(product, stayIds)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('a request', () => {
  it('cannot be withdrawn once it is placed: its stays are cancelled instead', async () => {
    const request = await asked(product, unit.id, await aFamily(product));
    await act(product, 'manager', request, 'placement');
    expect((await act(product, 'worker', request, 'withdrawal')).body).toMatchObject({
      status: 409,
      detail: 'The request is placed: change or cancel its stays instead.',
    });
  });

  it('is answered and asked for by those whose work it is', async () => {
    const children = await aFamily(product);
    const request = await asked(product, unit.id, children);
    const may = {
      offer: ['manager', 'deputy'],
      placement: ['manager', 'deputy'],
      waiting: ['manager', 'deputy'],
      decline: ['manager', 'deputy'],
      acceptance: ['manager', 'deputy', 'worker'],
      'refusal-of-offer': ['manager', 'deputy', 'worker'],
      withdrawal: ['manager', 'deputy', 'worker'],
    };
    const roles = [
      'staff',
      'worker',
      'edt',
      'service-manager',
      'finance',
      'auditor',
      'administrator',
    ] as const;
    for (const [action, allowed] of Object.entries(may))
      for (const role of roles.filter((each) => !allowed.includes(each))) {
        const body = { reason: 'x' };
        expect([action, role, (await act(product, role, request, action, body)).status]).toEqual([
          action,
          role,
          403,
        ]);
      }
    for (const role of roles.filter((each) => each !== 'worker')) {
      const answer = await ask(product, unit.id, children, {}, role);
      expect([role, answer.status]).toEqual([role, 403]);
      const isStaff = role === 'staff';
      for (const path of ['', `/${request.id}`, `/${request.id}/dates`])
        expect([role, path, (await product.as(role).get(`/api/requests${path}`)).status]).toEqual([
          role,
          path,
          isStaff ? 200 : 403,
        ]);
    }
    expect(await read(product, request)).toMatchObject({ status: 'open', version: 1 });
  });

  it('ends with the CAS plan of the family, and what is held for it with it', async () => {
    const children = await aFamily(product, 2);
    const [open, offered, placed] = [
      await asked(product, unit.id, children),
      await asked(product, unit.id, children, { urgency: 'soon' }),
      await asked(product, unit.id, children, { earliest: '2026-04-03', latest: '2026-04-03' }),
    ];
    await act(product, 'manager', offered, 'offer');
    const { stayIds } = (await act(product, 'manager', placed, 'placement')).body as ToldRequest;
    const [plan] = await product.dataSource.query<{ id: string }[]>(
      'SELECT cas_plans.id FROM cas_plans JOIN young_people USING (family_id) WHERE young_people.id = $1',
      [children[0]],
    );
    const path = `/api/cas-plans/${plan?.id ?? ''}`;
    const endings = await product.as('worker').get(`${path}/endings?on=2026-03-11`);
    const body = endings.body as { readonly ids: string[]; readonly requests: object[] };
    const said = '3 nights between Fri 13 March 2026 and Mon 27 April 2026';
    expect(body.requests).toEqual(
      expect.arrayContaining([
        { id: open.id, said },
        { id: offered.id, said },
      ]),
    );
    const closure = { on: '2026-03-11', reason: 'moved-away', expects: body.ids };
    expect((await product.as('worker').post(`${path}/closure`).send(closure)).status).toBe(200);
    expect(await read(product, open)).toMatchObject({ status: 'withdrawn' });
    expect(await read(product, offered)).toMatchObject({ status: 'withdrawn', offer: null });
    expect(await read(product, placed)).toMatchObject({ status: 'placed' });
    expect(await statesOf(product, stayIds)).toEqual(['cancelled', 'cancelled']);
  });

  it('is listed a page at a time, who asked first first', async () => {
    const made: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      made.push((await asked(product, unit.id, await aFamily(product))).id);
      later(1);
    }
    const first = await product.as('manager').get(`/api/requests?unitId=${unit.id}&limit=2`);
    const { items, nextCursor } = first.body as { items: ToldRequest[]; nextCursor: string };
    const rest = await product
      .as('manager')
      .get(`/api/requests?unitId=${unit.id}&limit=2&cursor=${nextCursor}`);
    const ids = [...items, ...(rest.body as { items: ToldRequest[] }).items].map(({ id }) => id);
    expect(ids).toEqual(made);
  });

  it('tells in the audit trail, for each young person, what became of it', async () => {
    const children = await aFamily(product, 2);
    const request = await asked(product, unit.id, children);
    await act(product, 'manager', request, 'offer');
    await act(product, 'worker', request, 'refusal-of-offer', { reason: 'A birthday.' });
    const told = await product.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused') AND young_person_id = $2 ORDER BY id`,
      [request.id, children[1]],
    );
    expect(told.map(({ action }) => action)).toEqual([
      'request.made',
      'request.offered',
      'request.offer-refused',
    ]);
  });
});
