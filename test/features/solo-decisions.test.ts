import { randomUUID } from 'node:crypto';
import {
  aCompatibleGroup,
  assessPair,
  aUnit,
  book,
  siblings,
  type AUnit,
  type Booked,
} from '../support/diary';
import { aClaim, AUTHORISED_MIX } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
});

interface Decision {
  readonly id: string;
  readonly inForce: boolean;
  readonly conflicts: readonly { code: string; nights: string[]; stayIds: string[] }[];
}

interface Bed {
  readonly from: string;
  readonly to: string;
  readonly solo: boolean;
  readonly party: string;
}

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
const weekend = ['2026-03-13', '2026-03-14', '2026-03-15'];
const solo = { reason: 'Needs quiet after an operation.', startsOn: '2026-03-11', reviewOn: '2026-04-01' };

const decide = (youngPersonId: string, also: object = {}) =>
  product
    .as('deputy')
    .post('/api/solo-decisions')
    .send({ ...solo, youngPersonId, ...also });

const end = (id: string, body: object = { reason: 'Well again.' }) =>
  product.as('manager').post(`/api/solo-decisions/${id}/ending`).send(body);

async function decided(youngPersonId: string, also: object = {}): Promise<Decision> {
  const answer = await decide(youngPersonId, also);
  expect(answer.status).toBe(201);
  return answer.body as Decision;
}

async function booked(unit: AUnit, youngPersonId: string, dates: object = friday): Promise<string> {
  const answer = await book(product, unit, [{ youngPersonId, ...dates }]);
  expect(answer.body).toMatchObject({ items: [{ youngPersonId }] });
  return (answer.body as { items: Booked[] }).items[0]?.id ?? '';
}

async function bedsOf(stayId: string): Promise<Bed[]> {
  return product.dataSource.query<Bed[]>(
    `SELECT from_on AS "from", to_on AS "to", whole_unit AS solo, party FROM bed_uses
     WHERE stay_id = $1 AND live ORDER BY from_on`,
    [stayId],
  );
}

async function child(): Promise<string> {
  return (await siblings(product, 1))[0] ?? '';
}

async function two(make: Promise<string[]>): Promise<[string, string]> {
  const [one, other] = await make;
  return [one ?? '', other ?? ''];
}

async function pointersOf(youngPersonId: string, also: object): Promise<string[]> {
  const answer = await decide(youngPersonId, also);
  expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
}

describe('solo decisions', () => {
  it('keeps who decided, why, from when and until when', async () => {
    const youngPersonId = await child();
    expect(await decided(youngPersonId)).toMatchObject({
      ...solo,
      youngPersonId,
      siblingIds: [],
      approverName: 'Test deputy',
      endedOn: null,
      inForce: true,
      conflicts: [],
    });
    await decided(youngPersonId, { startsOn: '2026-04-02', reviewOn: '2026-04-20' });
    const listed = await product.as('staff').get(`/api/solo-decisions?youngPersonId=${youngPersonId}`);
    expect(listed.body).toMatchObject({ items: [{ inForce: false }, { inForce: true }], nextCursor: null });
    const [entry] = await product.dataSource.query<object[]>(
      'SELECT action, reason, after FROM audit_entries WHERE young_person_id = $1 AND action LIKE $2 ORDER BY id',
      [youngPersonId, 'solo.%'],
    );
    expect(entry).toMatchObject({
      action: 'solo.decided',
      reason: solo.reason,
      after: { reviewOn: '2026-04-01' },
    });
  });

  it('lets in siblings by name, and only siblings', async () => {
    const [one, sibling] = await two(siblings(product, 2));
    const stranger = await child();
    expect(await decided(one, { siblingIds: [sibling, sibling] })).toMatchObject({ siblingIds: [sibling] });
    expect(await pointersOf(one, { siblingIds: [sibling, stranger] })).toEqual(['/siblingIds/1']);
    expect(await pointersOf(one, { siblingIds: [one] })).toEqual(['/siblingIds/0']);
    expect(await pointersOf(one, { siblingIds: [randomUUID()] })).toEqual(['/siblingIds/0']);
  });

  it('says field by field what is wrong', async () => {
    const id = await child();
    expect(await pointersOf(randomUUID(), {})).toEqual(['/youngPersonId']);
    expect(await pointersOf('nobody', {})).toEqual(['/youngPersonId']);
    expect(await pointersOf(id, { reason: [] })).toEqual(['/reason']);
    expect(await pointersOf(id, { reviewOn: '2026-03-10' })).toEqual(['/reviewOn']);
    expect(await pointersOf(id, { reviewOn: '2027-03-13' })).toEqual(['/reviewOn']);
    expect(await pointersOf(id, { startsOn: 'soon' })).toEqual(['/startsOn']);
    expect(await pointersOf(id, { siblingIds: 'all' })).toEqual(['/siblingIds']);
  });

  it('is a manager’s or deputy’s to take and to end', async () => {
    const youngPersonId = await child();
    const { id } = await decided(youngPersonId);
    for (const role of [
      'staff',
      'worker',
      'edt',
      'service-manager',
      'finance',
      'auditor',
      'administrator',
    ] as const) {
      const as = product.as(role);
      const answers = [
        await as.post('/api/solo-decisions').send({ ...solo, youngPersonId }),
        await as.post(`/api/solo-decisions/${id}/ending`).send({ reason: 'No.' }),
        await as.get('/api/solo-decisions'),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([
        role,
        403,
        403,
        role === 'staff' ? 200 : 403,
      ]);
    }
  });

  it('is ended once, from today or a day to come, by whom and why', async () => {
    const { id } = await decided(await child());
    const pointer = async (on: string) => (await end(id, { on, reason: 'Well.' })).body as object;
    expect(await pointer('2026-03-10')).toMatchObject({ errors: [{ pointer: '/on' }] });
    expect(await pointer('2026-04-02')).toMatchObject({ errors: [{ pointer: '/on' }] });
    expect((await end(id, {})).body).toMatchObject({ errors: [{ pointer: '/reason' }] });
    const ended = {
      endedOn: '2026-03-11',
      endedByName: 'Test manager',
      endedReason: 'Well again.',
      inForce: false,
    };
    expect((await end(id)).body).toMatchObject(ended);
    expect((await end(id)).status).toBe(409);
    expect((await end(randomUUID())).status).toBe(404);
    const [entry] = await product.dataSource.query<object[]>(
      `SELECT before, after, reason FROM audit_entries WHERE subject_id = $1 AND action = 'solo.ended'`,
      [id],
    );
    expect(entry).toMatchObject({
      before: { endedOn: null },
      after: { endedOn: '2026-03-11' },
      reason: 'Well again.',
    });
  });

  it('is over the day after its review, and cannot be ended then', async () => {
    const { id } = await decided(await child(), { reviewOn: '2026-03-11' });
    product.clock.at = new Date('2026-03-12T12:00:00Z');
    expect((await end(id)).status).toBe(409);
  });
});

describe('a solo decision between midnight and 09:00, in the night that is running', () => {
  const evening = new Date('2026-03-10T20:00:00Z');
  const afterMidnight = new Date('2026-03-11T01:00:00Z');
  const tonight = { arrivesOn: '2026-03-10', departsOn: '2026-03-12' };

  /** Decided in the evening, for somebody booked tonight; then it is past midnight. */
  async function runningIn(
    unit: AUnit,
    dates: object = tonight,
    reviewOn = '2026-03-20',
  ): Promise<[id: string, youngPersonId: string, stayId: string]> {
    product.clock.at = evening;
    const youngPersonId = await child();
    const stay = await booked(unit, youngPersonId, dates);
    const { id } = await decided(youngPersonId, { startsOn: '2026-03-10', reviewOn });
    product.clock.at = afterMidnight;
    return [id, youngPersonId, stay];
  }

  it('ends for that night, and an emergency may be taken in', async () => {
    const unit = await aUnit(product);
    const [id, , stay] = await runningIn(unit);
    const claimed = () =>
      product
        .as('edt')
        .post('/api/emergency-claims')
        .send(aClaim(product, unit, AUTHORISED_MIX));
    expect((await claimed()).text).toContain('"code":"solo-in-place"');
    expect((await end(id)).body).toMatchObject({ endedOn: '2026-03-10', inForce: false });
    expect(await bedsOf(stay)).toMatchObject([{ solo: false }]);
    expect((await claimed()).status).toBe(201);
  });

  it('gives the unit back also where nobody has recorded the arrival, and the stay ends in the morning', async () => {
    const [id, , stay] = await runningIn(await aUnit(product), { ...tonight, departsOn: '2026-03-11' });
    expect(await bedsOf(stay)).toMatchObject([{ solo: true }]);
    expect((await end(id)).status).toBe(201);
    expect(await bedsOf(stay)).toMatchObject([{ solo: false }]);
  });

  it('is in force on its last night until the morning, and can be ended till then, from no earlier night', async () => {
    const [id, youngPersonId] = await runningIn(await aUnit(product), tonight, '2026-03-10');
    const listed = await product.as('staff').get(`/api/solo-decisions?youngPersonId=${youngPersonId}`);
    expect(listed.body).toMatchObject({ items: [{ inForce: true }] });
    expect((await end(id, { on: '2026-03-09', reason: 'Well.' })).body).toMatchObject({
      errors: [{ pointer: '/on' }],
    });
    product.clock.at = new Date('2026-03-11T09:00:00Z');
    expect((await end(id)).status).toBe(409);
    product.clock.at = new Date('2026-03-11T08:59:00Z');
    expect((await end(id, { on: '2026-03-10', reason: 'Well.' })).status).toBe(201);
  });

  it('shows the way to end it on the page, with tonight filled in', async () => {
    const [id, youngPersonId] = await runningIn(await aUnit(product), tonight, '2026-03-10');
    const page = product.page('manager');
    const ending = `/young-people/${youngPersonId}/solo/${id}/ending`;
    expect((await page.get(`/young-people/${youngPersonId}`)).text).toContain(ending);
    expect((await page.get(ending)).text).toContain('value="2026-03-10"');
  });

  it('goes by the unit where the young person stays', async () => {
    const [early] = [await aUnit(product), await aUnit(product)];
    await product
      .as('manager')
      .post(`/api/units/${early.id}/settings`)
      .send({ from: '2026-03-01', nightRollsAt: '06:00' });
    const [id] = await runningIn(early);
    product.clock.at = new Date('2026-03-11T07:00:00Z');
    expect((await end(id, { on: '2026-03-10', reason: 'Well.' })).status).toBe(400);
    expect((await end(id)).body).toMatchObject({ endedOn: '2026-03-11' });
  });
});

describe('a solo decision on stays already booked', () => {
  it('takes the whole unit for the nights it holds, and gives it back when it ends', async () => {
    const unit = await aUnit(product);
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const stay = await booked(unit, one);
    const { id, conflicts } = await decided(one, { startsOn: '2026-03-14', reviewOn: '2026-03-14' });
    expect(conflicts).toEqual([]);
    expect((await bedsOf(stay)).map(({ from, to, solo: whole }) => [from, to, whole])).toEqual([
      ['2026-03-13', '2026-03-14', false],
      ['2026-03-14', '2026-03-15', true],
      ['2026-03-15', '2026-03-16', false],
    ]);
    expect((await book(product, unit, [{ youngPersonId: other, ...friday }])).status).toBe(409);
    await end(id);
    expect(await bedsOf(stay)).toMatchObject([{ from: '2026-03-13', to: '2026-03-16', solo: false }]);
    await booked(unit, other);
  });

  it('cancels nobody booked beside: the decision stands, and says which stays are in conflict', async () => {
    const unit = await aUnit(product);
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const stays = [await booked(unit, one), await booked(unit, other)];
    const later = { arrivesOn: '2026-03-20', departsOn: '2026-03-22' };
    const alone = await booked(unit, one, later);
    const { conflicts } = await decided(one);
    expect(conflicts).toEqual([{ code: 'solo-in-place', nights: weekend, stayIds: [...stays].sort() }]);
    expect(await bedsOf(stays[0] ?? '')).toMatchObject([{ solo: false }]);
    expect(await bedsOf(alone)).toMatchObject([{ solo: true }]);
    const third = await child();
    expect((await book(product, unit, [{ youngPersonId: third, ...friday }])).status).toBe(409);
  });

  it('takes the whole unit on the other nights, where somebody is beside on one', async () => {
    const unit = await aUnit(product);
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const stay = await booked(unit, one, { arrivesOn: '2026-03-13', departsOn: '2026-03-20' });
    await booked(unit, other, { arrivesOn: '2026-03-15', departsOn: '2026-03-16' });
    expect((await decided(one)).conflicts).toMatchObject([{ nights: ['2026-03-15'] }]);
    expect((await bedsOf(stay)).map(({ from, to, solo: whole }) => [from, to, whole])).toEqual([
      ['2026-03-13', '2026-03-15', true],
      ['2026-03-15', '2026-03-16', false],
      ['2026-03-16', '2026-03-20', true],
    ]);
  });

  it('counts the siblings let in as of one party, and lets them be booked beside', async () => {
    const unit = await aUnit(product);
    const pair = await two(siblings(product, 2));
    await assessPair(product, pair);
    const stays = [await booked(unit, pair[0]), await booked(unit, pair[1])];
    const { id, conflicts } = await decided(pair[0], { siblingIds: [pair[1]] });
    expect(conflicts).toEqual([]);
    const [ones, others] = [await bedsOf(stays[0] ?? ''), await bedsOf(stays[1] ?? '')];
    expect(ones).toMatchObject([{ solo: true }]);
    expect(others).toMatchObject([{ solo: false, party: ones[0]?.party }]);
    await end(id);
    expect(await bedsOf(stays[0] ?? '')).toMatchObject([{ solo: false, party: pair[0] }]);
    expect(await bedsOf(stays[1] ?? '')).toMatchObject([{ party: pair[1] }]);
  });

  it('finds nobody beside whose hold has run out, even before anything has tidied it away', async () => {
    const unit = await aUnit(product);
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const later = { arrivesOn: '2026-03-20', departsOn: '2026-03-22' };
    const stay = await booked(unit, one, later);
    const held = await book(product, unit, [{ youngPersonId: other, ...later }], { hold: true });
    expect(held.status).toBe(201);
    product.clock.at = new Date('2026-03-14T12:00:00Z');
    expect((await decided(one)).conflicts).toEqual([]);
    expect(await bedsOf(stay)).toMatchObject([{ solo: true }]);
  });

  it('is recorded even when the unit has fewer places than young people booked', async () => {
    const unit = await aUnit(product);
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const stay = await booked(unit, one);
    await booked(unit, other);
    await product
      .as('manager')
      .post(`/api/units/${unit.id}/settings`)
      .send({ from: '2026-03-11', places: 1 });
    expect((await decided(one)).conflicts).toHaveLength(1);
    expect(await bedsOf(stay)).toMatchObject([{ solo: false }]);
  });

  it('does not stand in the way of a room closed for repair beside it', async () => {
    const unit = await aUnit(product);
    const one = await child();
    const stay = await booked(unit, one);
    const roomInUse = (await product.as('manager').get(`/api/stays/${stay}`)).body as Booked;
    const roomId = unit.rooms.find(({ id }) => id !== roomInUse.roomId)?.id;
    const closure = {
      unitId: unit.id,
      roomId,
      fromOn: '2026-03-13',
      toOn: '2026-03-20',
      kind: 'repair',
      reason: 'Damp.',
    };
    expect((await product.as('manager').post('/api/closures').send(closure)).status).toBe(201);
    expect((await decided(one)).conflicts).toEqual([]);
  });
});

describe('a sibling let in by name', () => {
  it.each([
    ['after', (one: string, other: string) => [one, other]],
    ['before', (one: string, other: string) => [other, one]],
  ])('may be booked %s whoever needs the unit', async (_, order) => {
    const unit = await aUnit(product);
    const [one, sibling] = await two(siblings(product, 2));
    await assessPair(product, [one, sibling]);
    await decided(one, { siblingIds: [sibling] });
    for (const each of order(one, sibling)) await booked(unit, each);
  });
});

describe('a solo decision with somebody booked beside, settled', () => {
  const week = { arrivesOn: '2026-03-13', departsOn: '2026-03-20' };

  /** Two booked together, and then it is decided that the first needs the unit. */
  async function inConflict(
    unit: AUnit,
    ones: object = friday,
    others: object = friday,
  ): Promise<{ one: string; other: string; stay: string; beside: string; id: string }> {
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const [stay, beside] = [await booked(unit, one, ones), await booked(unit, other, others)];
    const { id } = await decided(one);
    expect((await bedsOf(stay)).every((bed) => bed.solo)).toBe(false);
    return { one, other, stay, beside, id };
  }

  async function act(stayId: string, action: string, body: object): Promise<void> {
    const answer = await product.as('manager').post(`/api/stays/${stayId}/${action}`).send(body);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  }

  const hasTheUnit = async (stayId: string) => expect(await bedsOf(stayId)).toMatchObject([{ solo: true }]);

  it('has the unit once whoever was beside is cancelled: kept empty, counted, and guarded', async () => {
    const unit = await aUnit(product);
    const { stay, beside } = await inConflict(unit);
    await act(beside, 'cancellation', { by: 'unit', reason: 'Someone needs quiet.' });
    await hasTheUnit(stay);
    expect((await product.as('staff').get(`/api/stays/${stay}`)).body).toMatchObject({ solo: true });
    const asked = { unitId: unit.id, from: '2026-03-13', to: '2026-03-16' };
    const board = await product.as('staff').get('/api/board').query(asked);
    expect((board.body as { nights: object[] }).nights).toMatchObject(weekend.map(() => ({ free: 0 })));
    const beds = await product.as('manager').get('/api/reports/occupancy').query(asked);
    expect(beds.body).toMatchObject({ total: { classes: { booked: 3, soloBlocked: 9, void: 0 } } });
    const stranger = await child();
    await expect(
      product.dataSource.query(
        `INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party)
         SELECT $1, $2, 4, '2026-03-14', '2026-03-15', $3, $4, $4`,
        [unit.id, unit.rooms[3]?.id, beside, stranger],
      ),
    ).rejects.toThrow('bed_uses_nobody_beside');
  });

  it('has it when whoever was beside comes at another time', async () => {
    const { stay, beside } = await inConflict(await aUnit(product));
    await act(beside, 'dates', { arrivesOn: '2026-03-16', departsOn: '2026-03-18' });
    await hasTheUnit(stay);
  });

  it('has it from the day on which whoever is beside leaves early', async () => {
    const unit = await aUnit(product);
    const { stay, beside } = await inConflict(unit, week, { ...week, departsOn: '2026-03-17' });
    product.clock.at = new Date('2026-03-13T18:00:00Z');
    await act(beside, 'arrival', { at: '2026-03-13T17:00:00Z' });
    product.clock.at = new Date('2026-03-15T12:00:00Z');
    await act(beside, 'departure', { at: '2026-03-15T11:00:00Z', destination: 'home', summary: 'Well.' });
    expect((await bedsOf(stay)).map(({ from, to, solo: whole }) => [from, to, whole])).toEqual([
      ['2026-03-13', '2026-03-15', false],
      ['2026-03-15', '2026-03-20', true],
    ]);
  });

  it('has it when whoever was beside does not arrive', async () => {
    const { stay, beside } = await inConflict(await aUnit(product));
    product.clock.at = new Date('2026-03-14T12:00:00Z');
    await act(beside, 'non-arrival', { reason: 'Ill.' });
    await hasTheUnit(stay);
  });

  it('has it when a hold beside runs out, whoever comes to the gate next', async () => {
    const unit = await aUnit(product);
    const [one, other, third] = await aCompatibleGroup(product, 3);
    const later = { arrivesOn: '2026-03-20', departsOn: '2026-03-22' };
    const stay = await booked(unit, one ?? '', later);
    await book(product, unit, [{ youngPersonId: other, ...later }], { hold: true });
    await decided(one ?? '');
    product.clock.at = new Date('2026-03-14T12:00:00Z');
    await booked(unit, third ?? '', { arrivesOn: '2026-04-10', departsOn: '2026-04-12' });
    await hasTheUnit(stay);
  });

  it('has it when the plan of whoever was beside ends', async () => {
    const { stay, other } = await inConflict(await aUnit(product));
    const [plan] = await product.dataSource.query<{ id: string }[]>(
      'SELECT id FROM short_break_plans WHERE young_person_id = $1',
      [other],
    );
    const ended = await product
      .as('manager')
      .post(`/api/short-break-plans/${plan?.id ?? ''}/ending`)
      .send({ on: '2026-03-12', reason: 'Moved away.' });
    expect([ended.status, ended.text]).toEqual([200, expect.anything()]);
    await hasTheUnit(stay);
  });

  it('goes on without it while a third is beside', async () => {
    const unit = await aUnit(product);
    const [one, other, third] = await aCompatibleGroup(product, 3);
    const stays = [];
    for (const each of [one, other, third]) stays.push(await booked(unit, each ?? ''));
    await decided(one ?? '');
    await act(stays[1] ?? '', 'cancellation', { by: 'unit', reason: 'Someone needs quiet.' });
    expect(await bedsOf(stays[0] ?? '')).toMatchObject([{ solo: false }]);
    await act(stays[2] ?? '', 'cancellation', { by: 'unit', reason: 'Someone needs quiet.' });
    await hasTheUnit(stays[0] ?? '');
  });

  it('can arrive late and leave early with somebody still beside', async () => {
    const { stay } = await inConflict(await aUnit(product));
    product.clock.at = new Date('2026-03-14T18:00:00Z');
    await act(stay, 'arrival', { at: '2026-03-14T17:00:00Z' });
    product.clock.at = new Date('2026-03-15T12:00:00Z');
    await act(stay, 'departure', { at: '2026-03-15T11:00:00Z', destination: 'home', summary: 'Went well.' });
    expect(await bedsOf(stay)).toMatchObject([{ from: '2026-03-14', to: '2026-03-15', solo: false }]);
  });
});

describe('a judgement of not together on stays already booked', () => {
  it('cancels neither, and says on which nights they meet', async () => {
    const unit = await aUnit(product);
    const [one, other] = await two(aCompatibleGroup(product, 2));
    const stays = [
      await booked(unit, one),
      await booked(unit, other, { arrivesOn: '2026-03-15', departsOn: '2026-03-18' }),
    ];
    const judged = await assessPair(product, [one, other], 'not-together');
    expect(judged.status).toBe(201);
    expect((judged.body as Decision).conflicts).toEqual([
      { code: 'not-together', nights: ['2026-03-15'], stayIds: [...stays].sort() },
    ]);
    const again = await assessPair(product, [one, other], 'compatible');
    expect((again.body as Decision).conflicts).toEqual([]);
  });

  it('finds no conflict for stays that touch, in two units, or are over', async () => {
    const [unit, elsewhere] = [await aUnit(product), await aUnit(product)];
    const [one, other] = await two(aCompatibleGroup(product, 2));
    await booked(unit, one);
    await booked(unit, other, { arrivesOn: '2026-03-16', departsOn: '2026-03-18' });
    await booked(elsewhere, other, friday);
    expect(((await assessPair(product, [one, other], 'not-together')).body as Decision).conflicts).toEqual(
      [],
    );
  });
});
