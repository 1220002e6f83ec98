import type { Response } from 'supertest';
import type { User } from '../support/accounts';
import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  unit = await aUnit(product);
});

interface Settings {
  readonly from: string;
  readonly places: number;
  readonly visitPlaces: number;
  readonly ringFence: { readonly keptForPlanned: number; readonly keptForEmergency: number };
}

interface Change extends Settings {
  readonly id: string;
  readonly superseded: boolean;
  readonly recordedByName: string;
  readonly reason: string | null;
}

const change = (asked: object, user: User = 'manager'): Promise<Response> =>
  product
    .as(user)
    .post(`/api/units/${unit.id}/settings`)
    .send({ from: '2026-03-11', ...asked });

const keep = (keptForPlanned: number, asked: object = {}, user?: User): Promise<Response> =>
  change({ ringFence: { keptForPlanned }, reason: 'Agreed with the team.', ...asked }, user);

async function settingsByDate(): Promise<readonly Settings[]> {
  const answer = await product.as('edt').get(`/api/units/${unit.id}`);
  return (answer.body as { settings: readonly Settings[] }).settings;
}

/** Beds kept for planned breaks from each date on. */
async function keptByDate(): Promise<(readonly [string, number])[]> {
  return (await settingsByDate()).map(({ from, ringFence }) => [from, ringFence.keptForPlanned]);
}

async function changes(): Promise<readonly Change[]> {
  const answer = await product.as('auditor').get(`/api/units/${unit.id}/settings-changes`);
  return (answer.body as { items: readonly Change[] }).items;
}

function errorsOf({ status, body }: Response): unknown {
  return [status, (body as { errors: unknown }).errors];
}

describe('the ring-fence', () => {
  it('holds from its date on, with who set it and why', async () => {
    const answer = await keep(2, { from: '2026-04-01' }, 'deputy');
    expect(answer.body).toMatchObject({
      from: '2026-04-01',
      ringFence: { keptForPlanned: 2, keptForEmergency: 0, displacement: 'with-authority' },
      reason: 'Agreed with the team.',
      recordedByName: 'Test deputy',
    });
    expect(await keptByDate()).toEqual([
      ['1900-01-01', 0],
      ['2026-04-01', 2],
    ]);
  });

  it('keeps what is not named', async () => {
    await change({ ringFence: { keptForPlanned: 1, displacement: 'never' }, reason: 'A quiet month.' });
    const answer = await change({ ringFence: { keptForEmergency: 2 }, reason: 'A busy month.' });
    expect(answer.body).toMatchObject({
      ringFence: { keptForPlanned: 1, keptForEmergency: 2, displacement: 'never' },
    });
  });

  it('needs a reason', async () => {
    expect(errorsOf(await change({ ringFence: { keptForPlanned: 1 } }))).toEqual([
      400,
      [{ pointer: '/reason', detail: 'Say why the ring-fence changes.' }],
    ]);
  });

  it('holds for a time only, when told until when, and gives what else is set back unharmed', async () => {
    await keep(1, { from: '2026-03-01' });
    await keep(3, { from: '2026-04-01', until: '2026-04-15' });
    expect(await keptByDate()).toEqual([
      ['1900-01-01', 0],
      ['2026-03-01', 1],
      ['2026-04-01', 3],
      ['2026-04-15', 1],
    ]);
    await change({ from: '2026-03-20', visitPlaces: 2 });
    const settings = await settingsByDate();
    expect(settings.map(({ visitPlaces }) => visitPlaces)).toEqual([4, 4, 2, 2, 2]);
    expect(settings.at(-1)).toMatchObject({ from: '2026-04-15', ringFence: { keptForPlanned: 1 } });
  });

  it('holds on every night it is set for, whatever was on file for some of them', async () => {
    await keep(2, { from: '2026-04-05', until: '2026-04-20' });
    await keep(1, { from: '2026-04-01', until: '2026-04-10' });
    expect(await keptByDate()).toEqual([
      ['1900-01-01', 0],
      ['2026-04-01', 1],
      ['2026-04-05', 1],
      ['2026-04-10', 2],
      ['2026-04-20', 0],
    ]);
  });

  it('must end after it begins', async () => {
    const answer = await keep(1, { until: '2026-03-11' });
    expect(errorsOf(answer)).toMatchObject([400, [{ pointer: '/until' }]]);
    expect(await changes()).toHaveLength(1);
  });

  it('is not undone by settings on file for later that left it alone', async () => {
    await change({ from: '2026-06-01', places: 3 });
    await keep(2);
    expect(await keptByDate()).toEqual([
      ['1900-01-01', 0],
      ['2026-03-11', 2],
      ['2026-06-01', 2],
    ]);
    expect((await settingsByDate()).map(({ places }) => places)).toEqual([4, 4, 3]);
  });

  it('gives way to a later change of the ring-fence that is on file, and does not undo what follows it', async () => {
    await keep(3, { from: '2026-06-01' });
    await change({ from: '2026-07-01', visitPlaces: 1 });
    await keep(2);
    expect(await keptByDate()).toEqual([
      ['1900-01-01', 0],
      ['2026-03-11', 2],
      ['2026-06-01', 3],
      ['2026-07-01', 3],
    ]);
  });

  it('keeps every record ever made, superseded ones too', async () => {
    await keep(2);
    await keep(1, { reason: 'Two was too many.' }, 'deputy');
    expect(await changes()).toMatchObject([
      {
        from: '2026-03-11',
        ringFence: { keptForPlanned: 1 },
        superseded: false,
        reason: 'Two was too many.',
        recordedByName: 'Test deputy',
      },
      {
        from: '2026-03-11',
        ringFence: { keptForPlanned: 2 },
        superseded: true,
        recordedByName: 'Test manager',
      },
      { from: '1900-01-01', ringFence: { keptForPlanned: 0 }, superseded: false, reason: null },
    ]);
  });

  it('lists its changes page by page', async () => {
    for (const kept of [1, 2, 3]) await keep(kept);
    const seen: string[] = [];
    let cursor = '';
    do {
      const path = `/api/units/${unit.id}/settings-changes?limit=2${cursor && `&cursor=${cursor}`}`;
      const answer = await product.as('finance').get(path);
      const { items, nextCursor } = answer.body as { items: Change[]; nextCursor: string | null };
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual((await changes()).map(({ id }) => id));
    expect(new Set(seen).size).toBe(4);
  });

  it('answers 404 for a unit there is not', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect((await product.as('manager').get(`/api/units/${nowhere}/settings-changes`)).status).toBe(404);
    const asked = { from: '2026-03-11', ringFence: { keptForPlanned: 1 }, reason: 'Nobody is there.' };
    expect((await product.as('manager').post(`/api/units/${nowhere}/settings`).send(asked)).status).toBe(404);
  });
});

describe('beds that cannot be kept', () => {
  it.each([
    [{ keptForPlanned: 5 }, '/ringFence/keptForPlanned', 5],
    [{ keptForEmergency: 5 }, '/ringFence/keptForEmergency', 5],
    [{ keptForPlanned: 2, keptForEmergency: 3 }, '/ringFence/keptForEmergency', 5],
  ])('are more than the registered places: %j', async (ringFence, pointer, kept) => {
    expect(errorsOf(await change({ ringFence, reason: 'All for us.' }))).toEqual([
      400,
      [
        {
          pointer,
          detail:
            'The unit has 4 registered places, so the beds kept for planned breaks and for emergencies can be ' +
            `4 together, not ${kept}.`,
        },
      ],
    ]);
    expect(await changes()).toHaveLength(1);
  });

  it('are more than the places it will have later', async () => {
    await change({ from: '2026-06-01', places: 1 });
    const answer = await keep(2);
    expect(errorsOf(answer)).toMatchObject([
      400,
      [
        {
          pointer: '/ringFence/keptForPlanned',
          detail: expect.stringContaining('From Mon 1 June 2026, with what is on file then:') as string,
        },
      ],
    ]);
    expect((await keep(2, { until: '2026-06-01' })).status).toBe(201);
  });

  it('stand in the way of fewer places', async () => {
    await keep(3);
    expect(errorsOf(await change({ places: 2 }))).toMatchObject([400, [{ pointer: '/places' }]]);
    expect((await change({ places: 3 })).status).toBe(201);
  });
});

describe('who may set it', () => {
  it.each(['manager', 'deputy', 'administrator'] as const)('a %s may', async (user) => {
    expect((await keep(1, {}, user)).status).toBe(201);
  });

  it.each(['staff', 'worker', 'worker-2', 'edt', 'service-manager', 'finance', 'auditor'] as const)(
    'a %s may not, and may read it',
    async (user) => {
      const answer = await keep(1, {}, user);
      expect([answer.status, answer.type]).toEqual([403, 'application/problem+json']);
      expect(await changes()).toHaveLength(1);
      expect((await product.as(user).get(`/api/units/${unit.id}/settings-changes`)).status).toBe(200);
    },
  );

  it('a deputy may, but nothing else of the settings', async () => {
    for (const asked of [{ places: 3 }, { places: 3, ringFence: { keptForPlanned: 1 }, reason: 'Both.' }, {}])
      expect((await change(asked, 'deputy')).status).toBe(403);
    expect(await changes()).toHaveLength(1);
  });
});

describe('the times of emergencies', () => {
  it('change from a date on like every other setting', async () => {
    const asked = {
      emergencyEndsAt: '16:30',
      overstayHours: 48,
      overstayNights: 5,
      overstayFurtherNights: 10,
      handoverBy: '08:30',
      handoverAlarmAt: '09:15',
    };
    expect((await change(asked)).body).toMatchObject(asked);
  });

  it.each([
    [{ overstayNights: 14 }, '/overstayNights'],
    [{ overstayFurtherNights: 7 }, '/overstayFurtherNights'],
    [{ handoverBy: '10:00' }, '/handoverBy'],
    [{ handoverAlarmAt: '08:59' }, '/handoverAlarmAt'],
  ])('must follow one another: %j', async (asked, pointer) => {
    expect(errorsOf(await change(asked))).toMatchObject([400, [{ pointer }]]);
  });
});

describe('settings of every kind', () => {
  it('are carried into later records that left them alone, and into no others', async () => {
    await change({ from: '2026-05-01', ageRange: { from: 8, to: 15 } });
    await change({ from: '2026-06-01', visitPlaces: 1 });
    await change({ places: 3, visitPlaces: 3, ageRange: { from: 10, to: 17 } });
    expect(await settingsByDate()).toMatchObject([
      { places: 4, visitPlaces: 4, ageRange: { from: 8, to: 17 } },
      { places: 3, visitPlaces: 3, ageRange: { from: 10, to: 17 } },
      { places: 3, visitPlaces: 3, ageRange: { from: 8, to: 15 } },
      { places: 3, visitPlaces: 1, ageRange: { from: 8, to: 15 } },
    ]);
  });
});
