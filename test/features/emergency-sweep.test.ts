import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { createApp } from '../../src/app';
import { SWEEP } from '../../src/emergencies/emergency-sweep.service';
import { ENTITIES } from '../../src/entities';
import { Database } from '../../src/platform/database';
import { Jobs } from '../../src/platform/jobs/jobs';
import {
  aCompatibleGroup,
  assessPair,
  aUnit,
  book,
  siblings,
  type AUnit,
  type Booked,
} from '../support/diary';
import { AUTHORISED_MIX, claim } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

let product: Product;
/** Another process of the same product, on the same database. */
let other: { readonly app: NestExpressApplication; readonly dataSource: DataSource };
beforeAll(async () => {
  product = await startProduct();
  const dataSource = await createDataSource(product.databaseUrl, 10, ENTITIES).initialize();
  const app = await createApp({ dataSource, clock: product.clock, demo: true });
  await app.init();
  other = { app, dataSource };
});
afterAll(async () => {
  await other.app.close();
  await other.dataSource.destroy();
  await product.close();
});
beforeEach(() => {
  product.clock.at = new Date('2026-03-11T02:04:00Z');
});

const jobs = () => product.app.get(Jobs);

/** What a run at an instant finds and leaves. */
async function sweepAt(at: string): Promise<void> {
  product.clock.at = new Date(at);
  await jobs().runNow(SWEEP);
}

interface Raised {
  readonly kind: string;
  readonly ownerRole: string;
  readonly words: string;
  readonly dueAt: string;
  readonly stayId: string | null;
  readonly youngPersonId: string | null;
  readonly link: string | null;
  readonly closedWhy: string | null;
}

async function tasksOf({ id }: AUnit, kind: string, state: 'open' | 'done' = 'open'): Promise<Raised[]> {
  const answer = await product.as('manager').get(`/api/tasks?unitId=${id}&state=${state}`);
  return (answer.body as { items: Raised[] }).items.filter((task) => task.kind === kind);
}

interface Written {
  readonly kind: string;
  readonly toName: string;
  readonly subject: string;
  readonly body: string;
  readonly link: string;
}

const noticesOf = ({ id }: AUnit, kind: string) =>
  product.dataSource.query<Written[]>(
    `SELECT kind, to_name AS "toName", subject, body, link FROM notices
     WHERE unit_id = $1 AND kind = $2 ORDER BY written_at, to_name`,
    [id, kind],
  );

interface Came {
  readonly unit: AUnit;
  readonly stayId: string;
  readonly youngPersonId: string;
}

/** Somebody claimed for at an instant, who arrived when told. */
async function came(claimedAt: string, arrivedAt?: string, told: object = {}, unit?: AUnit): Promise<Came> {
  product.clock.at = new Date(claimedAt);
  const at = unit ?? (await aUnit(product));
  const answer = await claim(product, at, told);
  expect(answer.status).toBe(201);
  const { stayId, youngPersonId } = answer.body as { stayId: string; youngPersonId: string };
  if (arrivedAt) await arrive(stayId, arrivedAt);
  return { unit: at, stayId, youngPersonId };
}

async function arrive(stayId: string, at: string): Promise<void> {
  product.clock.at = new Date(at);
  expect((await product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at })).status).toBe(200);
}

async function leave({ stayId }: Pick<Came, 'stayId'>, at: string): Promise<void> {
  product.clock.at = new Date(at);
  const left = { at, destination: 'Home', summary: 'Settled.' };
  expect((await product.as('staff').post(`/api/stays/${stayId}/departure`).send(left)).status).toBe(200);
}

const EPO = { legalBasis: 'epo', policeProtectionStartedAt: undefined };

describe('an emergency stay that goes on', () => {
  it('goes up the ladder rung by rung, each to its owner, once, and says so without a name', async () => {
    const { unit, stayId, youngPersonId } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', EPO);
    const owners = async () => (await tasksOf(unit, 'overstay')).map(({ ownerRole }) => ownerRole).sort();
    await sweepAt('2026-03-11T16:59:00Z');
    expect(await owners()).toEqual([]);
    await sweepAt('2026-03-11T17:00:00Z');
    await sweepAt('2026-03-11T17:05:00Z');
    expect(await tasksOf(unit, 'overstay')).toMatchObject([
      {
        ...{ ownerRole: 'manager', stayId, youngPersonId, link: `/stays/${stayId}` },
        words: 'This emergency stay is past its end. Settle where they go next, and when.',
        dueAt: '2026-03-12T17:00:00.000Z',
      },
    ]);
    await sweepAt('2026-03-14T02:59:00Z');
    expect(await owners()).toEqual(['manager']);
    await sweepAt('2026-03-14T03:00:00Z');
    expect(await owners()).toEqual(['manager', 'manager']);
    await sweepAt('2026-03-17T09:00:00Z');
    await sweepAt('2026-03-24T09:00:00Z');
    await sweepAt('2026-04-30T09:00:00Z');
    expect(await owners()).toEqual(['manager', 'manager', 'service-manager', 'service-manager']);
    const notices = await noticesOf(unit, 'emergency.overstayed');
    expect(notices.map(({ toName }) => toName)).toEqual([
      ...['Test deputy', 'Test manager', 'Test deputy', 'Test manager'],
      ...['Test service-manager', 'Test service-manager'],
    ]);
    expect(notices[5]).toMatchObject({
      subject: 'Overstay at Test unit: for the responsible individual',
      link: `/stays/${stayId}`,
    });
    expect(JSON.stringify(notices)).not.toMatch(/Unknown|came \w+ \d/);
  });

  it('is found after days in which nothing ran: every rung it has climbed', async () => {
    const { unit } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', EPO);
    await sweepAt('2026-03-18T12:00:00Z');
    expect((await tasksOf(unit, 'overstay')).map(({ words }) => words.slice(0, 44))).toEqual([
      'This emergency stay is past its end. Settle ',
      'This emergency stay has lasted 72 hours. Set',
      'This emergency stay has lasted 7 nights. Dec',
    ]);
    expect(await noticesOf(unit, 'emergency.overstayed')).toHaveLength(5);
  });

  it('is found by its hours and by the clock when the clocks go forward', async () => {
    const { unit } = await came('2026-03-27T21:30:00Z', '2026-03-27T22:00:00Z', EPO);
    const count = async () => (await tasksOf(unit, 'overstay')).length;
    await sweepAt('2026-03-30T15:59:00Z');
    expect(await count()).toBe(0);
    await sweepAt('2026-03-30T16:00:00Z');
    expect(await count()).toBe(1);
    await sweepAt('2026-03-30T21:59:00Z');
    expect(await count()).toBe(1);
    await sweepAt('2026-03-30T22:00:00Z');
    expect(await count()).toBe(2);
    await sweepAt('2026-04-03T07:59:00Z');
    expect(await count()).toBe(2);
    await sweepAt('2026-04-03T08:00:00Z');
    expect(await count()).toBe(3);
  });

  it('over Christmas ends on the first working day, and its 72 hours before that', async () => {
    const { unit } = await came('2026-12-24T22:00:00Z', '2026-12-24T23:00:00Z', EPO);
    const words = async () => (await tasksOf(unit, 'overstay')).map((task) => task.words.slice(20, 36));
    await sweepAt('2026-12-27T22:59:00Z');
    expect(await words()).toEqual([]);
    await sweepAt('2026-12-27T23:00:00Z');
    expect(await words()).toEqual(['has lasted 72 ho']);
    await sweepAt('2026-12-29T16:59:00Z');
    expect(await words()).toEqual(['has lasted 72 ho']);
    await sweepAt('2026-12-29T17:00:00Z');
    expect((await words()).sort()).toEqual(['has lasted 72 ho', 'is past its end.']);
  });

  it('goes by the settings in force on the night they came', async () => {
    const unit = await aUnit(product);
    await product.dataSource.query(
      `INSERT INTO unit_settings (unit_id, from_on, places, age_from, age_to, overstay_hours)
       VALUES ($1, '2026-03-10', 4, 8, 17, 24), ($1, '2026-03-11', 4, 8, 17, 240)`,
      [unit.id],
    );
    await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', EPO, unit);
    await sweepAt('2026-03-12T03:00:00Z');
    const words = (await tasksOf(unit, 'overstay')).map((task) => task.words);
    expect(words).toContain('This emergency stay has lasted 24 hours. Settle where they go next, and when.');
  });

  it('cannot hide behind an arrival nobody recorded', async () => {
    const { unit, stayId } = await came('2026-03-11T02:04:00Z', undefined, EPO);
    await sweepAt('2026-03-11T16:59:00Z');
    expect(await tasksOf(unit, 'emergency-end')).toHaveLength(1);
    await sweepAt('2026-03-11T17:00:00Z');
    const asked = (await tasksOf(unit, 'emergency-end')).find(({ ownerRole }) => ownerRole === 'staff');
    expect(asked?.words).toContain('nobody has recorded whether the young person came');
    expect(await noticesOf(unit, 'emergency.not-recorded')).toHaveLength(3);
    product.clock.at = new Date('2026-03-11T18:00:00Z');
    const at = '2026-03-11T03:00:00Z';
    expect((await product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at })).status).toBe(200);
    await sweepAt('2026-03-11T18:05:00Z');
    expect(await tasksOf(unit, 'overstay')).toHaveLength(1);
    expect(await tasksOf(unit, 'emergency-end')).toMatchObject([{ ownerRole: 'manager' }]);
    expect(await tasksOf(unit, 'emergency-end', 'done')).toMatchObject([{ closedWhy: 'no longer needed' }]);
  });

  it('is watched when it was booked by hand, without a claim', async () => {
    const unit = await aUnit(product);
    const [youngPersonId = ''] = await siblings(product, 1);
    product.clock.at = new Date('2026-03-11T12:00:00Z');
    const stays = [{ youngPersonId, arrivesOn: '2026-03-11', departsOn: '2026-03-12' }];
    const answer = await book(product, unit, stays, { kind: 'emergency' });
    expect(answer.status).toBe(201);
    await arrive((answer.body as { items: Booked[] }).items[0]?.id ?? '', '2026-03-11T18:00:00Z');
    await sweepAt('2026-03-12T17:00:00Z');
    expect(await tasksOf(unit, 'overstay')).toHaveLength(1);
  });
});

describe('police protection', () => {
  const SINCE = { policeProtectionStartedAt: '2026-03-10T20:00:00Z' };

  it('ends 72 hours after it began, not after they arrived: told a day and 4 hours before, and when it has', async () => {
    const { unit, stayId } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', SINCE);
    const told = async () => (await noticesOf(unit, 'police-protection.ending')).length;
    await sweepAt('2026-03-12T19:59:00Z');
    expect(await told()).toBe(0);
    await sweepAt('2026-03-12T20:00:00Z');
    expect(await noticesOf(unit, 'police-protection.ending')).toMatchObject([
      {
        toName: 'Test deputy',
        subject: 'Test unit: police protection ends on Fri 13 March 2026 at 8pm',
        link: `/stays/${stayId}`,
      },
      { toName: 'Test manager' },
    ]);
    await sweepAt('2026-03-13T15:59:00Z');
    expect(await told()).toBe(2);
    await sweepAt('2026-03-13T16:00:00Z');
    expect(await told()).toBe(4);
    await sweepAt('2026-03-13T19:59:00Z');
    expect(await noticesOf(unit, 'police-protection.ended')).toEqual([]);
    await sweepAt('2026-03-13T20:00:00Z');
    await sweepAt('2026-03-13T20:05:00Z');
    expect((await noticesOf(unit, 'police-protection.ended')).map(({ toName }) => toName)).toEqual([
      ...['Test deputy', 'Test manager', 'Test service-manager'],
    ]);
    const tasks = await tasksOf(unit, 'police-protection');
    expect(tasks.map(({ ownerRole, dueAt }) => [ownerRole, dueAt]).sort()).toEqual([
      ['manager', '2026-03-13T20:00:00.000Z'],
      ['service-manager', '2026-03-13T20:00:00.000Z'],
    ]);
  });

  it('is not said to be about to end when it has ended while nothing ran', async () => {
    const { unit } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', SINCE);
    await sweepAt('2026-03-14T09:00:00Z');
    expect(await noticesOf(unit, 'police-protection.ending')).toEqual([]);
    expect(await noticesOf(unit, 'police-protection.ended')).toHaveLength(3);
  });

  it('lasts its hours over the night the clocks go forward', async () => {
    const since = { policeProtectionStartedAt: '2026-03-27T21:00:00Z' };
    const { unit } = await came('2026-03-27T21:30:00Z', '2026-03-27T22:00:00Z', since);
    await sweepAt('2026-03-30T20:59:00Z');
    expect(await noticesOf(unit, 'police-protection.ended')).toEqual([]);
    await sweepAt('2026-03-30T21:00:00Z');
    expect(await noticesOf(unit, 'police-protection.ended')).toHaveLength(3);
  });

  it('troubles nobody once the manager has said what takes its place', async () => {
    const { unit } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', SINCE);
    const [task] = (await tasksOf(unit, 'police-protection')) as (Raised & { readonly id: string })[];
    const done = { words: 'Section 20, her mother signed.' };
    const answer = await product.as('manager').post(`/api/tasks/${task?.id}/completion`).send(done);
    expect(answer.status).toBe(200);
    await sweepAt('2026-03-13T20:00:00Z');
    expect(await noticesOf(unit, 'police-protection.ending')).toEqual([]);
    expect(await noticesOf(unit, 'police-protection.ended')).toEqual([]);
    expect(await tasksOf(unit, 'police-protection')).toEqual([]);
  });
});

describe('two who are together on a manager’s word', () => {
  /** Somebody here already, and an emergency nobody has assessed with them. */
  async function mixed(): Promise<Came & { readonly peer: Pick<Came, 'stayId' | 'youngPersonId'> }> {
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    const unit = await aUnit(product);
    const [youngPersonId = ''] = await aCompatibleGroup(product, 1);
    const stays = [{ youngPersonId, arrivesOn: '2026-03-09', departsOn: '2026-03-16' }];
    const booked = await book(product, unit, stays);
    const peer = { stayId: (booked.body as { items: Booked[] }).items[0]?.id ?? '', youngPersonId };
    await arrive(peer.stayId, '2026-03-09T17:00:00Z');
    const emergency = await came(
      '2026-03-11T02:04:00Z',
      '2026-03-11T03:00:00Z',
      { ...EPO, ...AUTHORISED_MIX },
      unit,
    );
    return { ...emergency, peer };
  }

  it('are reviewed again every day by 5pm, from the day after the night they came together', async () => {
    const { unit, stayId } = await mixed();
    await sweepAt('2026-03-11T03:05:00Z');
    await sweepAt('2026-03-11T12:00:00Z');
    expect(await tasksOf(unit, 'mix-review')).toMatchObject([
      { ownerRole: 'manager', dueAt: '2026-03-11T17:00:00.000Z', stayId, link: `/stays/${stayId}` },
    ]);
    await sweepAt('2026-03-12T00:05:00Z');
    const reviews = await tasksOf(unit, 'mix-review');
    expect(reviews.map(({ dueAt }) => dueAt)).toEqual([
      '2026-03-11T17:00:00.000Z',
      '2026-03-12T17:00:00.000Z',
    ]);
    expect(await noticesOf(unit, 'mix.review-due')).toHaveLength(4);
    expect(
      JSON.stringify([reviews.map(({ words }) => words), await noticesOf(unit, 'mix.review-due')]),
    ).not.toMatch(/Given\d|Family\d|Unknown/);
  });

  it('are not reviewed any more once they are assessed in full', async () => {
    const { unit, youngPersonId, peer } = await mixed();
    await sweepAt('2026-03-11T03:05:00Z');
    product.clock.at = new Date('2026-03-11T11:00:00Z');
    expect((await assessPair(product, [youngPersonId, peer.youngPersonId])).status).toBe(201);
    await sweepAt('2026-03-11T11:05:00Z');
    await sweepAt('2026-03-12T11:05:00Z');
    expect(await tasksOf(unit, 'mix-review')).toEqual([]);
    expect(await tasksOf(unit, 'mix-review', 'done')).toMatchObject([{ closedWhy: 'no longer needed' }]);
  });

  it('are not reviewed any more once either of them has left', async () => {
    const { unit, peer } = await mixed();
    await sweepAt('2026-03-11T03:05:00Z');
    await leave(peer, '2026-03-11T10:00:00Z');
    await sweepAt('2026-03-11T10:05:00Z');
    expect(await tasksOf(unit, 'mix-review')).toEqual([]);
    expect(await tasksOf(unit, 'mix-review', 'done')).toHaveLength(1);
  });
});

describe('when a stay ends', () => {
  const KINDS = [
    'overstay',
    'police-protection',
    'emergency-end',
    'placement-plan',
    'missing-facts',
    'notice',
  ];
  const left = async (unit: AUnit) => {
    const open = await Promise.all(KINDS.map((kind) => tasksOf(unit, kind)));
    return KINDS.filter((_, index) => open[index]?.length);
  };

  it('by a departure, what hung on it is no longer needed; what is missing, and who must be told, is', async () => {
    const stay = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z');
    await sweepAt('2026-03-14T02:04:00Z');
    expect(await left(stay.unit)).toEqual(KINDS);
    await leave(stay, '2026-03-14T12:00:00Z');
    await sweepAt('2026-03-14T12:05:00Z');
    expect(await left(stay.unit)).toEqual(['missing-facts', 'notice']);
    const closed = (await product.as('manager').get(`/api/tasks?unitId=${stay.unit.id}&state=done`)).body as {
      items: { closedWhy: string; doneBy: string; doneWords: string }[];
    };
    expect(new Set(closed.items.map(({ closedWhy, doneWords }) => `${closedWhy}: ${doneWords}`))).toEqual(
      new Set(['no longer needed: The stay has ended.']),
    );
    await sweepAt('2026-03-30T12:00:00Z');
    expect(await left(stay.unit)).toEqual(['missing-facts', 'notice']);
  });

  it.each([
    ['non-arrival', {}],
    ['cancellation', { by: 'cas', reason: 'An aunt came for her.' }],
  ])('by %s, nor is what was missing', async (ending, body) => {
    const { unit, stayId } = await came('2026-03-11T02:04:00Z');
    product.clock.at = new Date('2026-03-11T12:00:00Z');
    const answer = await product.as('manager').post(`/api/stays/${stayId}/${ending}`).send(body);
    expect(answer.status).toBe(200);
    await sweepAt('2026-03-12T12:00:00Z');
    expect(await left(unit)).toEqual(['notice']);
  });
});

describe('a handover nobody acknowledged by 10', () => {
  it('is told to managers and deputies once, and not when it was acknowledged', async () => {
    const { unit } = await came('2026-03-11T02:04:00Z');
    const read = await came('2026-03-11T02:04:00Z');
    await product
      .as('manager')
      .post('/api/handovers/2026-03-10/acknowledgement')
      .send({ unitId: read.unit.id });
    await sweepAt('2026-03-11T09:59:00Z');
    expect(await noticesOf(unit, 'handover.not-acknowledged')).toEqual([]);
    await sweepAt('2026-03-11T10:00:00Z');
    await sweepAt('2026-03-12T10:00:00Z');
    expect(await noticesOf(unit, 'handover.not-acknowledged')).toMatchObject([
      { toName: 'Test deputy', link: `/handovers/2026-03-10?unitId=${unit.id}` },
      { toName: 'Test manager' },
    ]);
    expect(await noticesOf(read.unit, 'handover.not-acknowledged')).toEqual([]);
  });
});

describe('two processes that look at the same time', () => {
  it('raise and tell everything once between them', async () => {
    const { unit } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z');
    product.clock.at = new Date('2026-03-26T12:00:00Z');
    const all = [jobs(), other.app.get(Jobs)];
    await Promise.all(all.flatMap((each) => [each.runNow(SWEEP), each.runNow(SWEEP), each.runNow(SWEEP)]));
    expect(await tasksOf(unit, 'overstay')).toHaveLength(4);
    expect(await tasksOf(unit, 'police-protection')).toHaveLength(2);
    expect(await noticesOf(unit, 'emergency.overstayed')).toHaveLength(6);
    expect(await noticesOf(unit, 'police-protection.ended')).toHaveLength(3);
    expect(await noticesOf(unit, 'handover.not-acknowledged')).toHaveLength(2);
    const raised = await product.dataSource.query<unknown[]>(
      `SELECT FROM audit_entries WHERE unit_id = $1 AND action = 'task.raised' AND actor_role = 'system'`,
      [unit.id],
    );
    expect(raised).toHaveLength(5);
  });

  it('and take it from the queue, do it once between them too', async () => {
    const { unit } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z');
    product.clock.at = new Date('2026-03-12T12:00:00Z');
    const all = [jobs(), other.app.get(Jobs)];
    await product.app.get(Database).transaction(async (tx) => {
      for (let tick = 0; tick < 4; tick += 1) await jobs().add(tx, SWEEP, {});
    });
    await Promise.all(all.map((each) => each.runDue()));
    expect(await tasksOf(unit, 'overstay')).toHaveLength(1);
    expect(await noticesOf(unit, 'emergency.overstayed')).toHaveLength(2);
  });

  it('and a departure at that moment leaves nothing open that hung on the stay', async () => {
    const stay = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', EPO);
    product.clock.at = new Date('2026-03-12T12:00:00Z');
    await Promise.all([
      jobs().runNow(SWEEP),
      leave(stay, '2026-03-12T12:00:00Z'),
      other.app.get(Jobs).runNow(SWEEP),
    ]);
    await jobs().runNow(SWEEP);
    expect(await tasksOf(stay.unit, 'overstay')).toEqual([]);
  });
});

it('what goes wrong in one unit keeps no other from being looked at', async () => {
  const broken = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', EPO);
  const { unit } = await came('2026-03-11T02:04:00Z', '2026-03-11T03:00:00Z', EPO);
  await product.dataSource.query(`UPDATE unit_settings SET night_rolls_at = 'dawn' WHERE unit_id = $1`, [
    broken.unit.id,
  ]);
  await expect(sweepAt('2026-03-12T12:00:00Z')).rejects.toThrow('dawn');
  expect(await tasksOf(unit, 'overstay')).toHaveLength(1);
});
