import { addDays } from '../../src/domain/calendar-date';
import { londonInstant } from '../../src/domain/london';
import { aUnit, type AUnit } from '../support/diary';
import { claim } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

interface Due {
  readonly kind: string;
  readonly dueAt: string;
}

/** What a claim at one moment comes to: every date and deadline that rests on it. */
interface Expected {
  readonly at: string;
  readonly night: string;
  readonly departsOn: string;
  readonly endsAt: string;
  readonly policeProtectionEndsAt: string;
  readonly planDueAt: string;
}

/** Every instant as the world counts it: London is an hour ahead of it in summer. */
const MOMENTS: readonly (readonly [when: string, expected: Expected])[] = [
  [
    'at 00:30 on the night the clocks go forward, half an hour before they do',
    {
      at: '2026-03-29T00:30:00.000Z',
      night: '2026-03-28',
      departsOn: '2026-03-29',
      endsAt: '2026-03-30T16:00:00.000Z',
      policeProtectionEndsAt: '2026-04-01T00:30:00.000Z',
      planDueAt: '2026-04-07T16:00:00.000Z',
    },
  ],
  [
    'at 02:30 on that night, half an hour after',
    {
      at: '2026-03-29T01:30:00.000Z',
      night: '2026-03-28',
      departsOn: '2026-03-29',
      endsAt: '2026-03-30T16:00:00.000Z',
      policeProtectionEndsAt: '2026-04-01T01:30:00.000Z',
      planDueAt: '2026-04-07T16:00:00.000Z',
    },
  ],
  [
    'at 08:59 on that morning',
    {
      at: '2026-03-29T07:59:00.000Z',
      night: '2026-03-28',
      departsOn: '2026-03-29',
      endsAt: '2026-03-30T16:00:00.000Z',
      policeProtectionEndsAt: '2026-04-01T07:59:00.000Z',
      planDueAt: '2026-04-07T16:00:00.000Z',
    },
  ],
  [
    'at 09:01 on that morning: the night that comes',
    {
      at: '2026-03-29T08:01:00.000Z',
      night: '2026-03-29',
      departsOn: '2026-03-30',
      endsAt: '2026-03-30T16:00:00.000Z',
      policeProtectionEndsAt: '2026-04-01T08:01:00.000Z',
      planDueAt: '2026-04-07T16:00:00.000Z',
    },
  ],
  [
    'at 00:30 on the night the clocks go back, an hour and a half before they do',
    {
      at: '2026-10-24T23:30:00.000Z',
      night: '2026-10-24',
      departsOn: '2026-10-25',
      endsAt: '2026-10-26T17:00:00.000Z',
      policeProtectionEndsAt: '2026-10-27T23:30:00.000Z',
      planDueAt: '2026-10-30T17:00:00.000Z',
    },
  ],
  [
    'at 01:30 on that night, the first time the clock shows it',
    {
      at: '2026-10-25T00:30:00.000Z',
      night: '2026-10-24',
      departsOn: '2026-10-25',
      endsAt: '2026-10-26T17:00:00.000Z',
      policeProtectionEndsAt: '2026-10-28T00:30:00.000Z',
      planDueAt: '2026-10-30T17:00:00.000Z',
    },
  ],
  [
    'at 01:30 on that night, the second time: an hour later all the same',
    {
      at: '2026-10-25T01:30:00.000Z',
      night: '2026-10-24',
      departsOn: '2026-10-25',
      endsAt: '2026-10-26T17:00:00.000Z',
      policeProtectionEndsAt: '2026-10-28T01:30:00.000Z',
      planDueAt: '2026-10-30T17:00:00.000Z',
    },
  ],
  [
    'at 08:59 on an ordinary Tuesday: the night that began on Monday',
    {
      at: '2026-03-10T08:59:00.000Z',
      night: '2026-03-09',
      departsOn: '2026-03-10',
      endsAt: '2026-03-10T17:00:00.000Z',
      policeProtectionEndsAt: '2026-03-13T08:59:00.000Z',
      planDueAt: '2026-03-16T17:00:00.000Z',
    },
  ],
  [
    'at 09:01 on an ordinary Tuesday: its own night',
    {
      at: '2026-03-10T09:01:00.000Z',
      night: '2026-03-10',
      departsOn: '2026-03-11',
      endsAt: '2026-03-11T17:00:00.000Z',
      policeProtectionEndsAt: '2026-03-13T09:01:00.000Z',
      planDueAt: '2026-03-17T17:00:00.000Z',
    },
  ],
  [
    'at 23:30 on 31 December',
    {
      at: '2026-12-31T23:30:00.000Z',
      night: '2026-12-31',
      departsOn: '2027-01-01',
      endsAt: '2027-01-04T17:00:00.000Z',
      policeProtectionEndsAt: '2027-01-03T23:30:00.000Z',
      planDueAt: '2027-01-08T17:00:00.000Z',
    },
  ],
  [
    'at 00:30 on 1 January: the last night of the year before',
    {
      at: '2027-01-01T00:30:00.000Z',
      night: '2026-12-31',
      departsOn: '2027-01-01',
      endsAt: '2027-01-04T17:00:00.000Z',
      policeProtectionEndsAt: '2027-01-04T00:30:00.000Z',
      planDueAt: '2027-01-08T17:00:00.000Z',
    },
  ],
  [
    'at 22:00 on Good Friday: the unit’s day ends after Easter Monday, police protection before',
    {
      at: '2026-04-03T21:00:00.000Z',
      night: '2026-04-03',
      departsOn: '2026-04-04',
      endsAt: '2026-04-07T16:00:00.000Z',
      policeProtectionEndsAt: '2026-04-06T21:00:00.000Z',
      planDueAt: '2026-04-13T16:00:00.000Z',
    },
  ],
  [
    'in a year whose bank holidays nobody has added: no later than it might be',
    {
      at: '2030-12-24T22:00:00.000Z',
      night: '2030-12-24',
      departsOn: '2030-12-25',
      endsAt: '2030-12-25T17:00:00.000Z',
      policeProtectionEndsAt: '2030-12-27T22:00:00.000Z',
      planDueAt: '2030-12-31T17:00:00.000Z',
    },
  ],
];

async function tasksOf(unit: AUnit): Promise<ReadonlyMap<string, string>> {
  const answer = await product.as('manager').get(`/api/tasks?unitId=${unit.id}`);
  return new Map((answer.body as { items: Due[] }).items.map(({ kind, dueAt }) => [kind, dueAt]));
}

describe('a bed claimed', () => {
  it.each(MOMENTS)('%s', async (_, { at, planDueAt, ...expected }) => {
    product.clock.at = new Date(at);
    const unit = await aUnit(product);
    const preview = await product
      .as('edt')
      .post('/api/emergency-claims/preview')
      .send({ unitId: unit.id, age: 15, policeProtectionStartedAt: at });
    const { night, departsOn, endsAt, policeProtectionEndsAt } = expected;
    expect(preview.body).toMatchObject({ night, arrivesOn: night, departsOn, endsAt, asOf: at });
    const tonight = await product.as('edt').get(`/api/tonight?unitId=${unit.id}`);
    expect(tonight.body).toMatchObject({ night });

    const answer = await claim(product, unit);
    expect(answer.status).toBe(201);
    const { stay, ...claimed } = answer.body as { stay: object } & Expected;
    expect(claimed).toMatchObject({ night, endsAt, claimedAt: at, policeProtectionEndsAt });
    expect(stay).toMatchObject({ arrivesOn: night, departsOn });
    expect(Date.parse(claimed.policeProtectionEndsAt) - Date.parse(at)).toBe(72 * 3_600_000);
    expect(Object.fromEntries(await tasksOf(unit))).toEqual({
      'acknowledge-handover': londonInstant(addDays(night, 1), '09:00').toISOString(),
      'emergency-end': endsAt,
      notice: endsAt,
      'missing-facts': endsAt,
      'placement-plan': planDueAt,
      'police-protection': policeProtectionEndsAt,
    });
  });

  it('at 71 hours and 59 minutes of police protection, and not when the 72 hours are over', async () => {
    product.clock.at = new Date('2026-03-31T00:30:00Z');
    const unit = await aUnit(product);
    const started = (policeProtectionStartedAt: string) =>
      claim(product, unit, { policeProtectionStartedAt });
    expect((await started('2026-03-28T00:30:00Z')).status).toBe(400);
    expect((await started('2026-03-28T00:31:00Z')).status).toBe(201);
  });

  it('on each night of a weekend the clocks change occupies that one bed-night and no other', async () => {
    product.clock.at = new Date('2026-10-23T18:00:00Z');
    const unit = await aUnit(product);
    const nights: string[] = [];
    for (const [at, leaves] of [
      ['2026-10-23T22:30:00Z', '2026-10-24T08:00:00Z'],
      ['2026-10-24T23:30:00Z', '2026-10-25T08:59:00Z'],
      ['2026-10-26T00:30:00Z', '2026-10-26T17:00:00Z'],
    ] as const) {
      product.clock.at = new Date(at);
      const claimed = (await claim(product, unit)).body as Expected & { stayId: string };
      nights.push(claimed.night);
      const stay = `/api/stays/${claimed.stayId}`;
      expect((await product.as('staff').post(`${stay}/arrival`).send({ at })).status).toBe(200);
      product.clock.at = new Date(leaves);
      const left = { at: leaves, destination: 'home', summary: 'Slept.' };
      expect((await product.as('staff').post(`${stay}/departure`).send(left)).status).toBe(200);
    }
    expect(nights).toEqual(['2026-10-23', '2026-10-24', '2026-10-25']);
    const board = await product
      .as('manager')
      .get(`/api/board?unitId=${unit.id}&from=2026-10-22&to=2026-10-28`);
    const { rooms } = board.body as { rooms: { nights: { on: string; class: string }[] }[] };
    const all = rooms.flatMap((room) => room.nights);
    expect(all.filter(({ class: each }) => each === 'occupied').map(({ on }) => on)).toEqual(nights);
  });
});
