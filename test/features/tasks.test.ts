import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { TaskKind, TaskOwner } from '../../src/domain/task';
import { SYSTEM } from '../../src/platform/actor';
import { Database } from '../../src/platform/database';
import { TasksReader } from '../../src/tasks/tasks.reader';
import { Tasks, type NewTask } from '../../src/tasks/tasks.service';
import { EVERYWHERE, type User } from '../support/accounts';
import { aUnit, siblings, type AUnit } from '../support/diary';
import { aStayOf } from '../support/in-progress';
import { startProduct, type Product } from '../support/product';

interface TaskSeen {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly ownerId: string | null;
  readonly overdue: boolean;
  readonly doneWords: string | null;
  readonly mayDo: boolean;
}

let product: Product;
let database: Database;
let tasks: Tasks;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
  database = product.app.get(Database);
  tasks = product.app.get(Tasks);
  unit = await aUnit(product);
});
afterAll(() => product.close());

const NOON = '2026-03-11T12:00:00Z';
const aTask = (also: Partial<NewTask> = {}): NewTask => ({
  key: `missing-facts:${randomUUID()}`,
  unitId: unit.id,
  kind: 'missing-facts',
  words: 'Find out the date of birth.',
  ownerRole: 'staff',
  dueAt: new Date('2026-03-12T17:00:00Z'),
  ...also,
});

const raise = (...asked: NewTask[]): Promise<void> =>
  database.transaction((tx) => tasks.raise(tx, SYSTEM, ...asked));

async function raised(also: Partial<NewTask> = {}): Promise<string> {
  const task = aTask(also);
  await raise(task);
  return idOf(task.key);
}

async function idOf(key: string): Promise<string> {
  const [row] = await product.dataSource.query<{ id: string }[]>(
    'SELECT id FROM tasks WHERE raise_key = $1',
    [key],
  );
  return row?.id ?? 'none';
}

async function listed(user: User, query = ''): Promise<TaskSeen[]> {
  const answer = await product.as(user).get(`/api/tasks?limit=500&unitId=${unit.id}${query}`).expect(200);
  return (answer.body as { items: TaskSeen[] }).items;
}

const seen = async (id: string, user: User = 'manager') =>
  (await product.as(user).get(`/api/tasks/${id}`).expect(200)).body as TaskSeen;

const complete = (id: string, user: User = 'staff', words: unknown = 'Asked her mother.') =>
  product.as(user).post(`/api/tasks/${id}/completion`).send({ words });

const handOver = (id: string, accountId: string, user: User = 'staff') =>
  product.as(user).post(`/api/tasks/${id}/owner`).send({ accountId });

async function accountOf(user: User): Promise<string> {
  const sql = 'SELECT id FROM accounts WHERE username = $1';
  const [account] = await product.dataSource.query<{ id: string }[]>(sql, [user]);
  return account?.id ?? '';
}

const trailOf = (id: string) =>
  product.dataSource.query<{ action: string; by: string; reason: string | null }[]>(
    `SELECT action, actor_name AS by, reason FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused') ORDER BY id`,
    [id],
  );

const detailOf = (answer: { body: unknown }) => (answer.body as { detail: string }).detail;

describe('a task', () => {
  it('raised twice is one, and in the audit trail once', async () => {
    const task = aTask();
    await raise(task, task);
    await raise({ ...task, words: 'Other words.' });
    const id = await idOf(task.key);
    expect((await listed('staff')).filter((each) => each.words === 'Other words.')).toEqual([]);
    expect(await trailOf(id)).toEqual([{ action: 'task.raised', by: 'The system', reason: null }]);
  });

  it('is not raised again once it is done', async () => {
    const task = aTask();
    await raise(task);
    const id = await idOf(task.key);
    await complete(id).expect(200);
    await raise(task);
    expect(await idOf(task.key)).toBe(id);
    expect((await listed('staff')).map((each) => each.id)).not.toContain(id);
  });

  it('is gone with the change it came with, when that is rolled back', async () => {
    const task = aTask();
    const failing = database.transaction(async (tx) => {
      await tasks.raise(tx, SYSTEM, task);
      throw new Error('the claim failed');
    });
    await expect(failing).rejects.toThrow('the claim failed');
    expect(await idOf(task.key)).toBe('none');
  });

  it('comes the longest overdue first, and says that it is overdue', async () => {
    const own = await aUnit(product);
    const dueAt = [
      '2026-03-13T17:00:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-11T12:00:00Z',
      '2026-03-11T11:59:00Z',
    ];
    for (const due of dueAt) await raise(aTask({ unitId: own.id, words: due, dueAt: new Date(due) }));
    const answer = await product.as('staff').get(`/api/tasks?unitId=${own.id}`).expect(200);
    const { items } = answer.body as { items: TaskSeen[] };
    expect(items.map(({ words, overdue }) => [words, overdue])).toEqual([
      ['2026-03-09T17:00:00Z', true],
      ['2026-03-11T11:59:00Z', true],
      ['2026-03-11T12:00:00Z', false],
      ['2026-03-13T17:00:00Z', false],
    ]);
  });

  it('is found page by page, open ones and those done, each once', async () => {
    const own = await aUnit(product);
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push(await raised({ unitId: own.id }));
    const pages = async (state: string) => {
      const found: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const path = `/api/tasks?unitId=${own.id}&state=${state}&limit=2&cursor=${cursor}`;
        const answer = await product
          .as('staff')
          .get(path.replace(/&cursor=$/, ''))
          .expect(200);
        const body = answer.body as { items: TaskSeen[]; nextCursor: string | null };
        found.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      }
      return found;
    };
    expect((await pages('open')).sort()).toEqual([...ids].sort());
    for (const id of ids) await complete(id).expect(200);
    expect((await pages('done')).sort()).toEqual([...ids].sort());
    expect(await pages('open')).toEqual([]);
    const crooked = Buffer.from(`${randomUUID()} no-date`).toString('base64url');
    await product.as('staff').get(`/api/tasks?cursor=${crooked}`).expect(400);
  });

  it('is found among those done, the last done first', async () => {
    const own = await aUnit(product);
    const [first, last] = [await raised({ unitId: own.id }), await raised({ unitId: own.id })];
    await complete(first).expect(200);
    product.clock.at = new Date('2026-03-11T12:30:00Z');
    await complete(last).expect(200);
    product.clock.at = new Date(NOON);
    const answer = await product.as('staff').get(`/api/tasks?state=done&unitId=${own.id}`).expect(200);
    expect((answer.body as { items: TaskSeen[] }).items.map(({ id }) => id)).toEqual([last, first]);
  });

  it('can be asked for by whose it is', async () => {
    const [staffs, managers] = [await raised(), await raised({ ownerRole: 'manager' })];
    const ids = (await listed('manager', '&ownerRole=manager')).map(({ id }) => id);
    expect([ids.includes(managers), ids.includes(staffs)]).toEqual([true, false]);
    await product.as('manager').get('/api/tasks?ownerRole=worker').expect(400);
    await product.as('manager').get('/api/tasks?state=late').expect(400);
  });
});

describe('several processes that raise the same', () => {
  it('make one task of each, whichever way round they raise them, round after round', async () => {
    for (let round = 0; round < 25; round += 1) {
      const asked = Array.from({ length: 4 }, () => aTask());
      const racers = Array.from({ length: 8 }, (_, index) =>
        raise(...(index % 2 === 0 ? asked : asked.toReversed())),
      );
      await Promise.all(racers);
      const [count] = await product.dataSource.query<object[]>(
        `SELECT count(DISTINCT tasks.id)::int AS tasks, count(*)::int AS audited
         FROM tasks JOIN audit_entries ON subject_id = tasks.id WHERE raise_key = ANY($1)`,
        [asked.map(({ key }) => key)],
      );
      expect(count).toEqual({ tasks: 4, audited: 4 });
    }
  });

  /** Raises on one connection, and on another while the first has not decided; then the first does. */
  async function whileUndecided(decide: (tx: EntityManager) => Promise<void>) {
    const task = aTask();
    let second: Promise<void> | undefined;
    const first = product.dataSource.transaction(async (tx) => {
      await tasks.raise(tx, SYSTEM, task);
      second = product.dataSource.transaction((other) =>
        tasks.raise(other, { ...SYSTEM, name: 'The second' }, task),
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      await decide(tx);
    });
    await first.catch(() => undefined);
    await second;
    return (await trailOf(await idOf(task.key))).map(({ by }) => by);
  }

  it('wait for the first: when it commits there is nothing left to raise, when it fails the next raises it', async () => {
    expect(await whileUndecided(() => Promise.resolve())).toEqual(['The system']);
    expect(await whileUndecided(() => Promise.reject(new Error('failed')))).toEqual(['The second']);
  });
});

describe('doing a task', () => {
  it('takes words, once, and the trail says who and what', async () => {
    const id = await raised();
    await complete(id, 'staff', '  ').expect(400);
    await complete(id, 'staff', null).expect(400);
    const done = await complete(id).expect(200);
    expect(done.body).toMatchObject({
      state: 'done',
      doneBy: 'Test staff',
      doneWords: 'Asked her mother.',
      doneAt: '2026-03-11T12:00:00.000Z',
      closedWhy: 'done',
      mayDo: false,
    });
    expect(detailOf(await complete(id, 'manager').expect(409))).toBe(
      'This task is closed already, by Test staff.',
    );
    expect((await trailOf(id)).at(-1)).toEqual({
      action: 'task.done',
      by: 'Test staff',
      reason: 'Asked her mother.',
    });
  });

  it('is done by one of two who say so at once', async () => {
    const id = await raised();
    const answers = await Promise.all([complete(id), complete(id, 'manager'), complete(id, 'deputy')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is for those it belongs to and those above them', async () => {
    const mayDo: Record<TaskOwner, User[]> = {
      staff: ['staff', 'deputy', 'manager', 'service-manager'],
      deputy: ['deputy', 'manager', 'service-manager'],
      manager: ['deputy', 'manager', 'service-manager'],
      'service-manager': ['service-manager'],
    };
    for (const [ownerRole, users] of Object.entries(mayDo) as [TaskOwner, User[]][]) {
      for (const user of ['staff', 'deputy', 'manager', 'service-manager'] as const) {
        const id = await raised({ ownerRole });
        const may = users.includes(user);
        expect([ownerRole, user, (await seen(id, user)).mayDo]).toEqual([ownerRole, user, may]);
        await complete(id, user).expect(may ? 200 : 403);
        expect((await trailOf(id)).length).toBe(may ? 2 : 1);
      }
    }
  });

  it('is nobody’s where there is no such task', async () => {
    await complete(randomUUID()).expect(404);
    await handOver(randomUUID(), randomUUID()).expect(404);
    await product.as('staff').get('/api/tasks/nothing').expect(404);
  });
});

describe('whose a task is', () => {
  it('whoever takes it, until they hand it over; the trail says both', async () => {
    const id = await raised();
    const [staff, deputy] = [await accountOf('staff'), await accountOf('deputy')];
    expect((await handOver(id, staff).expect(200)).body).toMatchObject({
      ownerId: staff,
      ownerName: 'Test staff',
    });
    expect((await handOver(id, deputy).expect(200)).body).toMatchObject({ ownerName: 'Test deputy' });
    expect((await trailOf(id)).map(({ action, by }) => [action, by])).toEqual([
      ['task.raised', 'The system'],
      ['task.handed-over', 'Test staff'],
      ['task.handed-over', 'Test staff'],
    ]);
  });

  it('never somebody who may not do it, nor handed on by one who may not', async () => {
    const id = await raised({ ownerRole: 'manager' });
    for (const user of ['staff', 'worker', 'edt', 'administrator'] as const) {
      const answer = await handOver(id, await accountOf(user), 'manager').expect(400);
      expect((answer.body as { errors: object[] }).errors).toEqual([
        { pointer: '/accountId', detail: expect.stringContaining('Choose somebody who may do it') as string },
      ]);
    }
    await handOver(id, randomUUID(), 'manager').expect(400);
    await handOver(id, await accountOf('staff'), 'staff').expect(403);
    await complete(id, 'manager').expect(200);
    await handOver(id, await accountOf('deputy'), 'manager').expect(409);
    expect((await seen(id)).ownerId).toBeNull();
  });
});

describe('what the product sees done by itself', () => {
  const aStay = async () => {
    const [youngPersonId = ''] = await siblings(product, 1);
    const dates = { from: '2026-03-10', to: '2026-03-12', status: 'completed' };
    return { youngPersonId, stayId: await aStayOf(product, youngPersonId, unit, dates) };
  };
  const of = (stay: Partial<NewTask>, kind: TaskKind) =>
    aTask({ ...stay, kind, key: `${kind}:${randomUUID()}` });
  const settle = (...args: Parameters<Tasks['settle']> extends [unknown, ...infer Rest] ? Rest : never) =>
    database.transaction((tx) => tasks.settle(tx, ...args));

  it('it settles: a stay’s of one kind, and no other', async () => {
    const [stay, other] = [await aStay(), await aStay()];
    const raisedNow = [
      of(stay, 'overstay'),
      of(stay, 'overstay'),
      of(stay, 'placement-plan'),
      of(other, 'overstay'),
    ];
    await raise(...raisedNow);
    const left = { why: 'no longer needed', words: 'They left.' } as const;
    await settle(SYSTEM, { stayId: stay.stayId, kind: 'overstay' }, left);
    const reader = product.app.get(TasksReader);
    const manager = { id: randomUUID(), name: 'Test manager', role: 'manager', ...EVERYWHERE } as const;
    const ofStays = await reader.ofStays([stay.stayId, other.stayId], manager);
    expect(ofStays.map(({ kind, closedWhy, doneWords }) => [kind, closedWhy, doneWords]).sort()).toEqual(
      [
        ['overstay', 'no longer needed', 'They left.'],
        ['overstay', 'no longer needed', 'They left.'],
        ['overstay', null, null],
        ['placement-plan', null, null],
      ].sort(),
    );
    expect(ofStays.slice(0, 2).every(({ doneAt }) => doneAt === null)).toBe(true);
    expect((await reader.ofUnit(unit.id)).filter(({ stayId }) => stayId === stay.stayId)).toHaveLength(1);
  });

  it('it settles by their keys, and what somebody did already stays theirs', async () => {
    const [done, open] = [aTask(), aTask()];
    await raise(done, open);
    const [doneId, openId] = [await idOf(done.key), await idOf(open.key)];
    await complete(doneId).expect(200);
    const closing = { why: 'done', words: 'The date of birth is on file.' } as const;
    await settle(SYSTEM, { keys: [done.key, open.key] }, closing);
    expect(await trailOf(openId)).toEqual([
      { action: 'task.raised', by: 'The system', reason: null },
      { action: 'task.settled', by: 'The system', reason: 'The date of birth is on file.' },
    ]);
    expect((await trailOf(doneId)).map(({ action }) => action)).toEqual(['task.raised', 'task.done']);
    expect((await seen(doneId)).doneWords).toBe('Asked her mother.');
  });
});

describe('need to know', () => {
  it('CAS workers, EDT and the rest neither see tasks nor do them', async () => {
    const id = await raised();
    for (const user of ['worker', 'edt', 'finance', 'auditor', 'administrator'] as const) {
      await product.as(user).get('/api/tasks').expect(403);
      await product.as(user).get(`/api/tasks/${id}`).expect(403);
      await product.as(user).get('/tasks').expect(403);
      await complete(id, user).expect(403);
      await handOver(id, await accountOf(user), user).expect(403);
    }
  });

  it('a service manager reads what the product wrote, not who stays nor what staff wrote of them', async () => {
    const [youngPersonId = ''] = await siblings(product, 1);
    const [staffs, own] = [await raised({ youngPersonId }), await raised({ youngPersonId })];
    await complete(staffs, 'staff', 'Given said so.').expect(200);
    await complete(own, 'service-manager', 'Agreed with the director.').expect(200);
    expect((await seen(staffs, 'manager')).doneWords).toBe('Given said so.');
    expect(await seen(staffs, 'service-manager')).toMatchObject({
      doneWords: null,
      words: 'Find out the date of birth.',
    });
    expect((await seen(own, 'service-manager')).doneWords).toBe('Agreed with the director.');
    const reader = product.app.get(TasksReader);
    const by = {
      id: await accountOf('service-manager'),
      name: 'Test service-manager',
      role: 'service-manager',
      ...EVERYWHERE,
    } as const;
    expect((await reader.one(own, by)).youngPersonName).toBeNull();
  });
});

it('is not due before it is: the clock decides, not the database', async () => {
  const id = await raised({ dueAt: new Date('2026-03-11T13:00:00Z') });
  expect((await seen(id)).overdue).toBe(false);
  product.clock.at = new Date('2026-03-11T13:00:01Z');
  expect((await seen(id)).overdue).toBe(true);
  product.clock.at = new Date(NOON);
});
