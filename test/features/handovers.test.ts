import type { User } from '../support/accounts';
import { aCompatibleGroup, aUnit, book, siblings, type AUnit } from '../support/diary';
import { claim } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = new Date('2026-03-11T02:04:00Z');
});

const NIGHT = '2026-03-10';

interface Handover {
  readonly units: readonly {
    readonly unitId: string;
    readonly claims: readonly Record<string, unknown>[];
    readonly displaced: readonly Record<string, unknown>[];
    readonly tasks: readonly Record<string, unknown>[];
    readonly controls: readonly string[];
    readonly acknowledgedAt: string | null;
    readonly alarm: boolean;
  }[];
  readonly claims: readonly Record<string, unknown>[];
  readonly acknowledgedBy: string | null;
}

const read = (unit: AUnit, by: User = 'manager', night = NIGHT) =>
  product.as(by).get(`/api/handovers/${night}?unitId=${unit.id}`);
const acknowledge = (unit: AUnit, by: User = 'manager', told: object = {}, night = NIGHT) =>
  product
    .as(by)
    .post(`/api/handovers/${night}/acknowledgement`)
    .send({ unitId: unit.id, ...told });
const page = (user: User, path: string) => product.page(user).get(path);

const handoverTasks = async (unit: AUnit, state: 'open' | 'done') => {
  const answer = await product.as('manager').get(`/api/tasks?unitId=${unit.id}&state=${state}`);
  return (answer.body as { items: { kind: string; dueAt: string; closedWhy: string | null }[] }).items.filter(
    ({ kind }) => kind === 'acknowledge-handover',
  );
};

/** A unit of one bed whose planned stay an emergency has taken. */
async function displacing(): Promise<{ unit: AUnit; child: string; coming: string }> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const unit = await aUnit(product, { rooms: 1 });
  const [child = ''] = await aCompatibleGroup(product, 1);
  const [coming = ''] = await siblings(product, 1, '2010-02-03');
  await book(product, unit, [{ youngPersonId: child, arrivesOn: NIGHT, departsOn: '2026-03-12' }]);
  product.clock.at = new Date('2026-03-11T02:04:00Z');
  const asked = { unitId: unit.id, child: { youngPersonId: coming } };
  const preview = await product.as('edt').post('/api/emergency-claims/preview').send(asked);
  const { displacements } = preview.body as {
    displacements: { displace: string[]; findings: { code: string; level: string }[] }[];
  };
  const [least] = displacements;
  const codes = (least?.findings ?? []).filter(({ level }) => level === 'authorise').map(({ code }) => code);
  const authorisations = codes.map((code) => ({ code, reason: 'Nowhere else tonight.' }));
  const told = { child: { youngPersonId: coming }, displace: least?.displace, authorisations };
  expect((await claim(product, unit, told)).status).toBe(201);
  return { unit, child, coming };
}

describe('a handover', () => {
  it('says who came and why, until when, what is not known, who lost a stay, and what is due from whom', async () => {
    const { unit, child, coming } = await displacing();
    const answer = await read(unit);
    expect(answer.status).toBe(200);
    const { units, claims } = answer.body as Handover;
    expect(units).toMatchObject([
      {
        unitId: unit.id,
        claims: [
          {
            youngPersonId: coming,
            legalBasis: 'police-protection',
            policeProtectionEndsAt: '2026-03-14T02:04:00.000Z',
            endsAt: '2026-03-11T17:00:00.000Z',
            reason: 'Found alone at the station; nobody at home.',
            risks: ['not-known'],
            notKnown: expect.arrayContaining(['risks', 'allergies']) as unknown,
            stay: { status: 'confirmed', arrivesOn: NIGHT, arrivedAt: null, room: 'Room 1' },
          },
        ],
        displaced: [{ youngPersonId: child, arrivesOn: NIGHT, departsOn: '2026-03-12' }],
        dueAt: '2026-03-11T09:00:00.000Z',
        alarmAt: '2026-03-11T10:00:00.000Z',
        acknowledgedAt: null,
        alarm: false,
      },
    ]);
    expect(units[0]?.tasks).toContainEqual(
      expect.objectContaining({ kind: 'police-protection', ownerRole: 'manager', state: 'open' }),
    );
    expect(units[0]?.tasks).toContainEqual(
      expect.objectContaining({ kind: 'missing-facts', ownerRole: 'staff' }),
    );
    expect(claims).toEqual(units[0]?.claims);
  });

  it('is of a night, whichever side of midnight they came; without a unit, of every unit somebody came to', async () => {
    const [early, late, quiet] = [await aUnit(product), await aUnit(product), await aUnit(product)];
    product.clock.at = new Date('2026-03-19T23:50:00Z');
    await claim(product, early);
    product.clock.at = new Date('2026-03-20T08:59:00Z');
    await claim(product, late);
    product.clock.at = new Date('2026-03-20T09:00:00Z');
    await claim(product, quiet);
    const answer = await product.as('staff').get('/api/handovers/2026-03-19');
    const { units } = answer.body as Handover;
    expect(units.map(({ unitId }) => unitId).sort()).toEqual([early.id, late.id].sort());
    const empty = await read(quiet, 'staff', '2026-03-19');
    expect(empty.body).toMatchObject({ units: [{ unitId: quiet.id, claims: [] }], claims: [] });
    expect((await product.as('staff').get('/api/handovers/2026-02-30')).status).toBe(404);
    expect((await product.as('staff').get('/api/handovers/tonight')).status).toBe(404);
  });

  it('is due by 9 the next morning, as one task of the manager however many came', async () => {
    const unit = await aUnit(product);
    await claim(product, unit);
    await claim(product, unit, { authorisations: [{ code: 'not-assessed', reason: 'Awake staff.' }] });
    expect(await handoverTasks(unit, 'open')).toMatchObject([
      {
        ownerRole: 'manager',
        dueAt: '2026-03-11T09:00:00.000Z',
        link: `/handovers/${NIGHT}?unitId=${unit.id}`,
      },
    ]);
  });

  it('is due at 9 by the clock when the clocks go forward in the night', async () => {
    product.clock.at = new Date('2026-03-28T23:30:00Z');
    const unit = await aUnit(product);
    await claim(product, unit);
    expect((await read(unit, 'manager', '2026-03-28')).body).toMatchObject({
      units: [{ dueAt: '2026-03-29T08:00:00.000Z', alarmAt: '2026-03-29T09:00:00.000Z' }],
    });
  });
});

describe('acknowledging it', () => {
  it('is for a manager or a deputy, once, and settles the task; a second hears who did', async () => {
    const unit = await aUnit(product);
    await claim(product, unit);
    const answer = await acknowledge(unit, 'deputy');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      ...{ acknowledgedAt: '2026-03-11T02:04:00.000Z', acknowledgedBy: 'Test deputy' },
      units: [{ acknowledgedBy: 'Test deputy' }],
    });
    const again = await acknowledge(unit, 'manager');
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      detail: 'Test deputy acknowledged it on Wed 11 March 2026 at 2:04am.',
    });
    expect(await handoverTasks(unit, 'open')).toEqual([]);
    expect(await handoverTasks(unit, 'done')).toMatchObject([{ closedWhy: 'done', doneBy: 'Test deputy' }]);
    const recorded = await product.dataSource.query<unknown[]>(
      `SELECT FROM audit_entries WHERE unit_id = $1 AND action = 'handover.acknowledged'`,
      [unit.id],
    );
    expect(recorded).toHaveLength(1);
  });

  it('by two at once is done by one of them', async () => {
    const unit = await aUnit(product);
    await claim(product, unit);
    const answers = await Promise.all([acknowledge(unit, 'manager'), acknowledge(unit, 'deputy')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of every unit at once leaves none of that night open', async () => {
    product.clock.at = new Date('2026-04-08T01:00:00Z');
    const units = [await aUnit(product), await aUnit(product)];
    for (const unit of units) await claim(product, unit);
    const all = await product.as('manager').post('/api/handovers/2026-04-07/acknowledgement').send({});
    expect(all.body).toMatchObject({ acknowledgedBy: 'Test manager', units: [{}, {}] });
    const again = await product.as('deputy').post('/api/handovers/2026-04-07/acknowledgement').send({});
    expect(again.status).toBe(409);
  });

  it('needs somebody to have come', async () => {
    const unit = await aUnit(product);
    const answer = await acknowledge(unit);
    expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
      409,
      'Nobody came in an emergency that night.',
    ]);
  });

  it('covers those who were read: whoever comes later the same night is handed over again', async () => {
    const unit = await aUnit(product);
    const first = (await claim(product, unit)).body as { id: string };
    const authorised = { authorisations: [{ code: 'not-assessed', reason: 'Awake staff.' }] };
    await acknowledge(unit, 'manager', { claimIds: [first.id] });
    const second = (await claim(product, unit, authorised)).body as { id: string };
    expect((await read(unit)).body).toMatchObject({
      acknowledgedAt: null,
      units: [{ acknowledgedAt: null }],
    });
    expect(await handoverTasks(unit, 'open')).toHaveLength(1);
    const unread = await acknowledge(unit, 'manager', { claimIds: [first.id] });
    expect(unread.status).toBe(409);
    const both = await acknowledge(unit, 'manager', { claimIds: [first.id, second.id] });
    expect(both.status).toBe(200);
    expect(await handoverTasks(unit, 'open')).toEqual([]);
    expect(await handoverTasks(unit, 'done')).toHaveLength(2);
  });

  it('is undone by nobody: the record stays', async () => {
    await expect(product.dataSource.query('DELETE FROM handovers')).rejects.toThrow();
  });
});

describe('who may read it', () => {
  it('the unit’s staff, with names; the service manager without, nor what others wrote', async () => {
    const { unit, child } = await displacing();
    const named = await product.as('staff').get(`/api/young-people/${child}`);
    const { givenName } = named.body as { givenName: string };
    expect(JSON.stringify((await read(unit, 'staff')).body)).toContain(givenName);
    const overseen = await read(unit, 'service-manager');
    expect(overseen.status).toBe(200);
    expect(overseen.body).toMatchObject({
      claims: [{ legalBasis: 'police-protection', youngPersonName: null, reason: null, controls: [] }],
      displaced: [{ youngPersonName: null, reason: null }],
    });
    const [text, html] = [JSON.stringify(overseen.body), (await page('service-manager', pathOf(unit))).text];
    for (const said of [text, html]) {
      expect(said).not.toMatch(/Given\d|Family\d/);
      expect(said).not.toContain('Found alone at the station');
    }
    expect(html).toContain('Police protection');
  });

  it('the emergency duty team their own claims, and nothing of the unit’s', async () => {
    const { unit, child } = await displacing();
    const authorised = { authorisations: [{ code: 'not-assessed', reason: 'Awake staff.' }] };
    const other = await aUnit(product);
    await claim(product, other, authorised, 'staff');
    const own = await read(unit, 'edt');
    expect(own.status).toBe(200);
    expect(own.body).toMatchObject({
      claims: [{ legalBasis: 'police-protection' }],
      displaced: [],
      tasks: [],
    });
    for (const said of [JSON.stringify(own.body), (await page('edt', pathOf(unit))).text]) {
      expect(said).not.toContain(child);
      expect(said).not.toContain('Room 1');
    }
    expect((await read(other, 'edt')).status).toBe(404);
    const every = (await product.as('edt').get(`/api/handovers/${NIGHT}`)).body as Handover;
    expect(every.units.map(({ unitId }) => unitId)).not.toContain(other.id);
  });

  it.each(['worker', 'finance', 'auditor', 'administrator'] as const)('not %s', async (user) => {
    const unit = await aUnit(product);
    await claim(product, unit);
    expect((await read(unit, user)).status).toBe(403);
    expect((await page(user, pathOf(unit))).status).toBe(403);
    expect((await acknowledge(unit, user)).status).toBe(403);
  });

  it.each(['staff', 'edt', 'service-manager'] as const)('and not acknowledge it: %s', async (user) => {
    const unit = await aUnit(product);
    await claim(product, unit);
    expect((await acknowledge(unit, user)).status).toBe(403);
    expect((await page(user, pathOf(unit))).text).not.toContain('I have read this handover');
  });
});

const pathOf = (unit: AUnit) => `/handovers/${NIGHT}?unitId=${unit.id}`;

describe('the alarm at 10', () => {
  it('is on every page of every member of staff until it is acknowledged, and on nobody else’s', async () => {
    const unit = await aUnit(product);
    await claim(product, unit);
    const link = pathOf(unit).replace('&', '&amp;');
    product.clock.at = new Date('2026-03-11T09:59:00Z');
    expect((await page('staff', '/tasks')).text).not.toContain(link);
    product.clock.at = new Date('2026-03-11T10:00:00Z');
    for (const user of ['manager', 'deputy', 'staff'] as const)
      for (const path of ['/tasks', '/board', '/tonight', '/no-such-page', '/stays/new', '/import'])
        expect([user, path, (await page(user, path)).text.includes(link)]).toEqual([user, path, true]);
    for (const user of ['edt', 'worker', 'service-manager', 'finance', 'auditor', 'administrator'] as const)
      expect([user, (await page(user, '/accessibility')).text.includes(link)]).toEqual([user, false]);
    expect((await read(unit)).body).toMatchObject({ alarm: true, units: [{ alarm: true }] });
    await acknowledge(unit);
    expect((await page('staff', '/tasks')).text).not.toContain(link);
    expect((await read(unit)).body).toMatchObject({ alarm: false });
  });

  it('comes at the time in force that morning', async () => {
    const unit = await aUnit(product);
    await product.dataSource.query(
      `INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to, handover_by, handover_alarm_at)
       VALUES ($1, '2026-03-11', 4, 8, 17, '07:30', '08:30'), ($1, '2026-03-12', 4, 8, 17, '12:00', '13:00')`,
      [unit.id],
    );
    await claim(product, unit);
    product.clock.at = new Date('2026-03-11T08:30:00Z');
    expect((await read(unit)).body).toMatchObject({
      units: [{ dueAt: '2026-03-11T07:30:00.000Z', alarmAt: '2026-03-11T08:30:00.000Z', alarm: true }],
    });
    expect((await page('staff', '/tasks')).text).toContain(unit.id);
  });
});
