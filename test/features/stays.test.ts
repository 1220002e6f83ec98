import { aCompatibleGroup, aUnit, book, type Booked } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
});

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

describe('placing stays', () => {
  it('places a stay in a room of its choosing and says what may be done with it', async () => {
    const unit = await aUnit(product);
    const [child] = await aCompatibleGroup(product, 1);
    const answer = await book(product, unit, [{ youngPersonId: child, ...friday }]);
    expect(answer.status).toBe(201);
    const [stay] = (answer.body as { items: Booked[] }).items;
    expect(stay).toMatchObject({
      youngPersonId: child,
      status: 'confirmed',
      kind: 'planned',
      ...friday,
      solo: false,
    });
    expect(unit.rooms.map(({ id }) => id)).toContain(stay?.roomId);
    expect(stay?.actions).toContainEqual({ name: 'cancellation', allowed: true });
    expect(stay?.actions).toContainEqual({
      name: 'arrival',
      allowed: false,
      why: 'The stay begins on Fri 13 March 2026.',
    });
  });

  it('lets one child arrive the day another leaves, in the same room', async () => {
    const unit = await aUnit(product, { rooms: 1 });
    const [one, two] = await aCompatibleGroup(product, 2);
    expect((await book(product, unit, [{ youngPersonId: one, ...friday }])).status).toBe(201);
    const next = { arrivesOn: '2026-03-16', departsOn: '2026-03-17' };
    expect((await book(product, unit, [{ youngPersonId: two, ...next }])).status).toBe(201);
  });

  it('refuses a fifth young person in a full unit, with every finding', async () => {
    const unit = await aUnit(product);
    const children = await aCompatibleGroup(product, 5);
    for (const youngPersonId of children.slice(0, 4))
      expect((await book(product, unit, [{ youngPersonId, ...friday }])).status).toBe(201);
    const answer = await book(product, unit, [{ youngPersonId: children[4], ...friday }]);
    expect(answer.status).toBe(409);
    const { findings } = answer.body as { findings: { code: string; level: string; nights: string[] }[] };
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'no-bed',
        level: 'refuse',
        nights: ['2026-03-13', '2026-03-14', '2026-03-15'],
      }),
    );
    expect(findings.map(({ code }) => code)).toContain('registered-places');
    expect(answer.body).toMatchObject({ free: [{ youngPersonId: children[4], roomIds: [] }] });
  });

  it('places siblings all or none', async () => {
    const unit = await aUnit(product, { rooms: 2 });
    const [one, two, three] = await aCompatibleGroup(product, 3);
    await book(product, unit, [{ youngPersonId: one, ...friday }]);
    const both = [two, three].map((youngPersonId) => ({ youngPersonId, ...friday }));
    expect((await book(product, unit, both)).status).toBe(409);
    const listed = await product.as('manager').get(`/api/stays?unitId=${unit.id}`);
    expect((listed.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('asks for the assessment of a pair that has none, and wants controls acknowledged', async () => {
    const unit = await aUnit(product);
    const [one] = await aCompatibleGroup(product, 1);
    const [other] = await aCompatibleGroup(product, 1);
    await book(product, unit, [{ youngPersonId: one, ...friday }]);
    const refused = await book(product, unit, [{ youngPersonId: other, ...friday }]);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ findings: [{ code: 'not-assessed', peerIds: [one] }] });
    await product
      .as('manager')
      .post('/api/compatibility-assessments')
      .send({
        youngPersonIds: [one, other],
        outcome: 'with-controls',
        controls: 'Waking night staff on the landing.',
        reasons: 'They get on, but wind each other up late in the evening.',
      });
    expect((await book(product, unit, [{ youngPersonId: other, ...friday }])).status).toBe(409);
    const placed = await book(product, unit, [{ youngPersonId: other, ...friday }], {
      acknowledged: ['controls'],
    });
    expect(placed.status).toBe(201);
  });

  it('lets a manager, but not staff, authorise an emergency beside somebody it was not assessed with', async () => {
    const unit = await aUnit(product);
    const [one] = await aCompatibleGroup(product, 1);
    const [other] = await aCompatibleGroup(product, 1);
    await book(product, unit, [{ youngPersonId: one, ...friday }]);
    const body = {
      unitId: unit.id,
      kind: 'emergency',
      stays: [{ youngPersonId: other, ...friday }],
      authorisations: [{ code: 'not-assessed', reason: 'Provisional assessment made by telephone.' }],
    };
    expect((await product.as('staff').post('/api/stays').send(body)).status).toBe(403);
    expect((await product.as('deputy').post('/api/stays').send(body)).status).toBe(201);
    const kept: unknown = await product.dataSource.query('SELECT code, manager_role FROM authorisations');
    expect(kept).toContainEqual({ code: 'not-assessed', manager_role: 'deputy' });
  });

  it('keeps the diary to unit staff', async () => {
    const unit = await aUnit(product);
    const [child] = await aCompatibleGroup(product, 1);
    const body = { unitId: unit.id, kind: 'planned', stays: [{ youngPersonId: child, ...friday }] };
    for (const role of ['worker', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const)
      expect([role, (await product.as(role).post('/api/stays').send(body)).status]).toEqual([role, 403]);
    expect((await product.as('staff').post('/api/stays').send(body)).status).toBe(201);
  });

  it('says which field is wrong', async () => {
    const unit = await aUnit(product);
    const [child] = await aCompatibleGroup(product, 1);
    const wrong = async (stay: object) =>
      (
        (await book(product, unit, [{ youngPersonId: child, ...friday, ...stay }])).body as {
          errors: { pointer: string }[];
        }
      ).errors[0]?.pointer;
    expect(await wrong({ departsOn: '2026-03-13' })).toBe('/stays/0/departsOn');
    expect(await wrong({ arrivesOn: '2026-02-31' })).toBe('/stays/0/arrivesOn');
    expect(await wrong({ arrivesOn: '2026-03-10' })).toBe('/stays/0/arrivesOn');
    expect(await wrong({ youngPersonId: unit.id })).toBe('/stays/0/youngPersonId');
    expect(await wrong({ roomId: child })).toBe('/stays/0/roomId');
  });
});

describe('the life of a stay', () => {
  async function aStay(
    rooms = 4,
  ): Promise<{ unit: Awaited<ReturnType<typeof aUnit>>; stay: Booked; others: string[] }> {
    const unit = await aUnit(product, { rooms });
    const [child, ...others] = await aCompatibleGroup(product, 3);
    const answer = await book(product, unit, [{ youngPersonId: child, ...friday }]);
    const [stay] = (answer.body as { items: Booked[] }).items;
    if (!stay) throw new Error('not booked');
    return { unit, stay, others };
  }
  const change = (stay: Booked, action: string, body: object = {}) =>
    product.as('staff').post(`/api/stays/${stay.id}/${action}`).send(body);

  it('goes from confirmed to in residence to completed', async () => {
    const { stay } = await aStay();
    product.clock.at = new Date('2026-03-13T17:00:00Z');
    const arrived = await change(stay, 'arrival', { at: '2026-03-13T16:40:00Z' });
    expect(arrived.body).toMatchObject({ status: 'in-residence', arrivedAt: '2026-03-13T16:40:00.000Z' });
    product.clock.at = new Date('2026-03-16T11:00:00Z');
    const left = await change(stay, 'departure', {
      at: '2026-03-16T10:00:00Z',
      destination: 'Home',
      summary: 'A calm weekend.',
    });
    expect(left.body).toMatchObject({
      status: 'completed',
      arrivesOn: '2026-03-13',
      departsOn: '2026-03-16',
    });
  });

  it('counts an arrival at half past midnight for the night before', async () => {
    const { stay } = await aStay();
    product.clock.at = new Date('2026-03-14T01:00:00Z');
    const arrived = await change(stay, 'arrival', { at: '2026-03-14T00:30:00Z' });
    expect(arrived.body).toMatchObject({ status: 'in-residence', arrivesOn: '2026-03-13' });
  });

  it('gives missed nights back when the young person comes a day late', async () => {
    const { stay } = await aStay();
    product.clock.at = new Date('2026-03-14T18:00:00Z');
    const arrived = await change(stay, 'arrival', { at: '2026-03-14T17:30:00Z' });
    expect(arrived.body).toMatchObject({ arrivesOn: '2026-03-14', departsOn: '2026-03-16' });
  });

  it('shortens the stay of a young person who leaves early, and frees the bed', async () => {
    const { unit, stay, others } = await aStay(1);
    product.clock.at = new Date('2026-03-14T09:30:00Z');
    await change(stay, 'arrival', { at: '2026-03-13T17:00:00Z' });
    const left = await change(stay, 'departure', {
      at: '2026-03-14T09:15:00Z',
      destination: 'Home',
      summary: 'Homesick.',
    });
    expect(left.body).toMatchObject({ status: 'completed', departsOn: '2026-03-14' });
    const next = { arrivesOn: '2026-03-14', departsOn: '2026-03-15' };
    expect((await book(product, unit, [{ youngPersonId: others[0], ...next }])).status).toBe(201);
  });

  it('will not record an arrival that is still to come', async () => {
    const { stay } = await aStay();
    product.clock.at = new Date('2026-03-13T12:00:00Z');
    expect((await change(stay, 'arrival', { at: '2026-03-13T16:00:00Z' })).status).toBe(400);
  });

  it('frees the bed of a cancelled stay and keeps who cancelled and why', async () => {
    const { unit, stay, others } = await aStay(1);
    const cancelled = await change(stay, 'cancellation', {
      by: 'family',
      reason: 'Grandmother can have her.',
    });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', endedBy: 'family', endedOn: '2026-03-11' });
    expect((await book(product, unit, [{ youngPersonId: others[0], ...friday }])).status).toBe(201);
    expect((await change(stay, 'cancellation', { by: 'family', reason: 'Again.' })).status).toBe(409);
  });

  it('extends, shortens and re-dates under the same rules', async () => {
    const { unit, stay, others } = await aStay(1);
    const later = { arrivesOn: '2026-03-17', departsOn: '2026-03-19' };
    await book(product, unit, [{ youngPersonId: others[0], ...later }]);
    const extend = (departsOn: string) => change(stay, 'dates', { arrivesOn: '2026-03-13', departsOn });
    expect((await extend('2026-03-17')).body).toMatchObject({
      departsOn: '2026-03-17',
      roomId: unit.rooms[0]?.id,
    });
    expect((await extend('2026-03-18')).status).toBe(409);
    expect((await extend('2026-03-14')).body).toMatchObject({ departsOn: '2026-03-14' });
  });

  it('moves to a free room and swaps with a taken one', async () => {
    const { unit, stay, others } = await aStay(2);
    const answer = await book(product, unit, [{ youngPersonId: others[0], ...friday }]);
    const [other] = (answer.body as { items: Booked[] }).items;
    if (!other) throw new Error('not booked');
    const refused = await change(stay, 'room', { roomId: other.roomId });
    expect(refused.body).toMatchObject({ status: 409, findings: [{ code: 'room-taken' }] });
    const swapped = await change(stay, 'swap', { withStayId: other.id });
    expect(swapped.body).toMatchObject({ roomId: other.roomId });
    expect((await product.as('staff').get(`/api/stays/${other.id}`)).body).toMatchObject({
      roomId: stay.roomId,
    });
  });

  it('refuses a change made on a stale reading', async () => {
    const { stay } = await aStay();
    const read = await product.as('staff').get(`/api/stays/${stay.id}`);
    const etag = read.headers['etag'] ?? '';
    await change(stay, 'dates', { arrivesOn: '2026-03-13', departsOn: '2026-03-17' });
    const stale = await change(stay, 'cancellation', { by: 'unit', reason: 'x' }).set('If-Match', etag);
    expect(stale.status).toBe(412);
  });

  it('lets a hold run out by itself, and confirms one that has not', async () => {
    const unit = await aUnit(product, { rooms: 1 });
    const [one, two] = await aCompatibleGroup(product, 2);
    const held = await book(product, unit, [{ youngPersonId: one, ...friday }], { hold: true });
    const [stay] = (held.body as { items: Booked[] }).items;
    expect(stay).toMatchObject({ status: 'held', holdExpiresAt: '2026-03-14T12:00:00.000Z' });
    expect((await book(product, unit, [{ youngPersonId: two, ...friday }])).status).toBe(409);
    product.clock.at = new Date('2026-03-13T11:00:00Z');
    expect((await book(product, unit, [{ youngPersonId: two, ...friday }])).status).toBe(409);
    product.clock.at = new Date('2026-03-14T12:00:01Z');
    const of = (status: string) => product.as('staff').get(`/api/stays?unitId=${unit.id}&status=${status}`);
    expect((await of('held')).body).toMatchObject({ items: [] });
    expect((await of('cancelled')).body).toMatchObject({ items: [{ id: stay?.id, status: 'cancelled' }] });
    const rest = { arrivesOn: '2026-03-14', departsOn: '2026-03-16' };
    expect((await book(product, unit, [{ youngPersonId: two, ...rest }])).status).toBe(201);
    expect((await product.as('staff').get(`/api/stays/${stay?.id ?? ''}`)).body).toMatchObject({
      status: 'cancelled',
    });
  });
});
