import { Database } from '../../src/platform/database';
import type { User } from '../support/accounts';
import { aUnit, type AUnit } from '../support/diary';
import { aPlanInProgress, aStayOf, type InProgress } from '../support/in-progress';
import { aNamed } from '../support/people-page';
import { startProduct, type Product } from '../support/product';

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly corrected: { readonly id: string } | null;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

let product: Product;
let unit: AUnit;
let child: InProgress;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
});
afterAll(() => product.close());

beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  child = await aPlanInProgress(product);
});

const entry = { on: '2026-03-10', text: 'Made soup for everybody.' };

const of = (id: string) => `/api/young-people/${id}/case-records`;

function write(also: object = {}, user: User = 'staff', id = child.youngPersonId) {
  return product
    .as(user)
    .post(of(id))
    .send({ ...entry, ...also });
}

const correct = (id: string, body: object, user: User = 'deputy') =>
  product.as(user).post(`/api/case-records/${id}/correction`).send(body);

const read = async (user: User = 'staff', query = '') =>
  (
    await product
      .as(user)
      .get(`${of(child.youngPersonId)}${query}`)
      .expect(200)
  ).body as {
    items: Entry[];
    nextCursor: string | null;
  };

const detailOf = ({ body }: { body: unknown }) => (body as { detail: string }).detail;
const errorsOf = ({ body }: { body: unknown }) => (body as { errors: { pointer: string }[] }).errors;

describe('an entry of a case record', () => {
  it('is signed by its author and dated by the clock, and says which day it is about', async () => {
    await aStayOf(product, child.youngPersonId, unit, { from: '2026-03-09', to: '2026-03-11' });
    const answer = await write().expect(201);
    expect(answer.body).toMatchObject({
      ...{ ...entry, youngPersonId: child.youngPersonId, unitId: unit.id },
      writtenAt: '2026-03-11T12:00:00.000Z',
      writtenBy: { name: 'Test staff', role: 'staff' },
      ...{ corrects: null, corrected: null },
    });
  });

  it('is not about a day to come, nor of another lifetime, nor empty', async () => {
    for (const [also, pointer] of [
      [{ on: '2026-03-12' }, '/on'],
      [{ on: '1999-01-01' }, '/on'],
      [{ on: '2026-02-30' }, '/on'],
      [{ text: ' ' }, '/text'],
      [{ text: 'x'.repeat(10_001) }, '/text'],
      [{ writtenAt: '2020-01-01T00:00:00Z' }, '/writtenAt'],
      [{ writtenBy: { name: 'Somebody else' } }, '/writtenBy'],
    ] as const)
      expect([also, errorsOf(await write(also).expect(400))]).toMatchObject([also, [{ pointer }]]);
    expect((await read()).items).toEqual([]);
  });

  it('names no other young person who was there: it is in the child’s file', async () => {
    const peer = await aNamed(product, 'Zebedee Peer');
    const [bed, other] = unit.rooms;
    const dates = { from: '2026-03-09', to: '2026-03-11' };
    await aStayOf(product, child.youngPersonId, unit, { ...dates, ...(bed ? { bed } : {}) });
    await aStayOf(product, peer, unit, { ...dates, ...(other ? { bed: other } : {}) });
    const refused = await write({ text: 'Argued with Zebedee.' }).expect(400);
    expect(errorsOf(refused)).toEqual([
      { pointer: '/text', detail: expect.stringContaining('another young person') as string },
    ]);
    const { id } = (await write({ text: 'Argued with another young person.' }).expect(201)).body as Entry;
    const naming = await correct(id, { text: 'Played.', reason: 'It was Zebedee’s game.' }).expect(400);
    expect(errorsOf(naming)).toMatchObject([{ pointer: '/reason' }]);
  });

  it('is written once, however often it is sent', async () => {
    const send = () => write().set('Idempotency-Key', `once-${child.youngPersonId}`);
    const [first, again] = [await send().expect(201), await send().expect(201)];
    expect((again.body as Entry).id).toBe((first.body as Entry).id);
    expect((await read()).items).toHaveLength(1);
  });

  it('is read page by page, about the latest day first', async () => {
    for (const on of ['2026-03-01', '2026-03-09', '2026-03-05', '2026-03-05', '2026-03-03']) {
      product.clock.at = new Date(product.clock.at.getTime() + 1000);
      await write({ on, text: `${on} ${product.clock.at.toISOString()}` }).expect(201);
    }
    const whole = (await read()).items.map(({ text }) => text);
    expect(whole).toEqual(whole.toSorted().toReversed());
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await read('staff', `?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole);
    const made = Buffer.from(`${NOBODY} 2026-99-99 2026-03-11T12:00:00.000Z`).toString('base64url');
    await product
      .as('staff')
      .get(`${of(child.youngPersonId)}?cursor=${made}`)
      .expect(400);
  });
});

describe('a correction', () => {
  it('is another entry: the first stays as it was, and says who corrected it and when', async () => {
    const first = (await write().expect(201)).body as Entry;
    product.clock.at = new Date('2026-03-11T15:00:00Z');
    const answer = await correct(first.id, { text: 'Made stew.', reason: 'It was stew.' }).expect(201);
    expect(answer.body).toMatchObject({
      ...{ on: entry.on, text: 'Made stew.', corrects: first.id, reason: 'It was stew.' },
      writtenBy: { name: 'Test deputy', role: 'deputy' },
    });
    const { id } = answer.body as Entry;
    expect((await read()).items).toMatchObject([
      { id, corrected: null },
      {
        ...{ id: first.id, text: entry.text },
        corrected: { id, at: '2026-03-11T15:00:00.000Z', by: 'Test deputy' },
      },
    ]);
  });

  it('comes once; the correction can be corrected', async () => {
    product.clock.at = new Date('2026-03-11T11:59:00Z');
    const { id } = (await write().expect(201)).body as Entry;
    product.clock.at = new Date('2026-03-11T12:00:00Z');
    const correction = (await correct(id, { text: 'Made stew.' }).expect(201)).body as Entry;
    expect(detailOf(await correct(id, { text: 'Made pie.' }).expect(409))).toBe(
      'Test deputy corrected this entry on Wed 11 March 2026 at midday. ' +
        'An entry is corrected once: correct that correction instead.',
    );
    await correct(correction.id, { text: 'Made pie.', on: '2026-03-09' }).expect(201);
    expect((await read()).items.map(({ text, corrected }) => [text, corrected !== null])).toEqual([
      ['Made stew.', true],
      [entry.text, true],
      ['Made pie.', false],
    ]);
  });

  it('is one of those who try at once, and the others are told whose', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = (await write().expect(201)).body as Entry;
      const users = ['manager', 'deputy', 'staff', 'deputy'] as const;
      const answers = await Promise.all(users.map((user) => correct(id, { text: `By ${user}.` }, user)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      const won = answers.findIndex(({ status }) => status === 201);
      const lost = answers.filter(({ status }) => status === 409);
      for (const answer of lost) expect(detailOf(answer)).toContain(`Test ${users[won]} corrected this`);
    }
  });
});

describe('what is written stays', () => {
  it('against the product’s own role in the database too', async () => {
    const { id } = (await write().expect(201)).body as Entry;
    const database = product.app.get(Database);
    for (const change of [
      `UPDATE case_record_entries SET text = 'Nothing.' WHERE id = '${id}'`,
      `DELETE FROM case_record_entries WHERE id = '${id}'`,
      'TRUNCATE case_record_entries',
      'ALTER TABLE case_record_entries DISABLE TRIGGER ALL',
      'DROP TRIGGER case_record_entries_for_ever ON case_record_entries',
    ])
      await expect(database.rows(change)).rejects.toThrow(/permission denied|must be owner/);
    await expect(
      product.dataSource.query(`DELETE FROM case_record_entries WHERE id = '${id}'`),
    ).rejects.toThrow('is refused');
    expect((await read()).items).toMatchObject([{ id, text: entry.text }]);
  });

  it('corrects no other child’s entry, whatever code runs', async () => {
    const { id } = (await write().expect(201)).body as Entry;
    const other = await aPlanInProgress(product);
    const forged = product.dataSource.query(
      `INSERT INTO case_record_entries (young_person_id, about_on, text, author_id, author_name, author_role, corrects_id)
       VALUES ($1, '2026-03-10', 'Words.', $2, 'Nobody', 'staff', $3)`,
      [other.youngPersonId, NOBODY, id],
    );
    await expect(forged).rejects.toThrow('case_record_entries_corrects_own_fk');
  });

  it('is in the audit trail without its words, which more people read', async () => {
    const { id } = (await write().expect(201)).body as Entry;
    await correct(id, { text: 'Made stew.' }).expect(201);
    const trail = await product.dataSource.query<object[]>(
      `SELECT action, actor_name, audit_entries::text AS whole FROM audit_entries WHERE young_person_id = $1
       AND action LIKE 'case-record.%' ORDER BY id`,
      [child.youngPersonId],
    );
    expect(trail).toMatchObject([
      { action: 'case-record.written', actor_name: 'Test staff' },
      { action: 'case-record.corrected', actor_name: 'Test deputy' },
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/soup|stew/);
  });
});

describe('who may', () => {
  it('read it: unit staff and the child’s own key worker, who writes nothing in it', async () => {
    const { id } = (await write().expect(201)).body as Entry;
    for (const user of ['manager', 'deputy', 'staff', 'worker'] as const)
      expect((await read(user)).items).toHaveLength(1);
    await write({}, 'worker').expect(403);
    await correct(id, { text: 'Nothing.' }, 'worker').expect(403);
    const none = detailOf(await product.as('worker-2').get(of(NOBODY)).expect(404));
    const strange = await product.as('worker-2').get(of(child.youngPersonId)).expect(404);
    expect(detailOf(strange)).toBe(none);
  });

  it('nobody else', async () => {
    const { id } = (await write().expect(201)).body as Entry;
    for (const user of [
      'edt',
      'finance',
      'auditor',
      'service-manager',
      'administrator',
      'visitor',
    ] as const) {
      await product.as(user).get(of(child.youngPersonId)).expect(403);
      await write({}, user).expect(403);
      await correct(id, { text: 'Nothing.' }, user).expect(403);
    }
    await write({}, 'staff', NOBODY).expect(404);
    await correct(NOBODY, { text: 'Nothing.' }).expect(404);
  });
});
