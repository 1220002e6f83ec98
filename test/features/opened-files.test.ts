import { randomUUID } from 'node:crypto';
import { Jobs } from '../../src/platform/jobs/jobs';
import { TELL } from '../../src/records/opened-files-told.service';
import { anotherAccount } from '../support/another-account';
import { assessPair, aUnit, book, siblings, type AUnit } from '../support/diary';
import { newSiblings } from '../support/family-plans';
import type { User } from '../support/accounts';
import { startProduct, type Product } from '../support/product';

const REASON = 'The police ask whether they take medication.';

let product: Product;
let unit: AUnit;
let child: string;
let peer: string;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  [child = '', peer = ''] = [...(await siblings(product, 1)), ...(await newSiblings(product, 1))];
  const { given_name: given } = await row('SELECT given_name FROM young_people WHERE id = $1', [peer]);
  await assessPair(product, [child, peer], 'with-controls');
  const named = `Never alone with ${String(given)}.`;
  await product.dataSource.query('ALTER TABLE compatibility_assessments DISABLE TRIGGER USER');
  await product.dataSource.query('UPDATE compatibility_assessments SET controls = $1', [named]);
  await product.dataSource.query('ALTER TABLE compatibility_assessments ENABLE TRIGGER USER');
  await book(product, unit, [{ youngPersonId: child, arrivesOn: '2026-03-13', departsOn: '2026-03-15' }]);
});
afterAll(() => product.close());

async function row(sql: string, values: unknown[]): Promise<Readonly<Record<string, unknown>>> {
  const [found] = await product.dataSource.query<Record<string, unknown>[]>(sql, values);
  return found ?? {};
}

const open = (user: User, reason = REASON, id = child) =>
  product.as(user).post(`/api/young-people/${id}/opening`).send({ reason });
const read = (user: User, id = child) => product.as(user).get(`/api/young-people/${id}/file`);

describe('a file nobody has opened', () => {
  it('is closed, and says how it is opened', async () => {
    const answer = await read('edt');
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ title: 'This file is closed' });
    expect((answer.body as { detail: string }).detail).toContain(`/young-people/${child}/opening`);
  });

  it('tells nothing before it is opened, not even whether there is a child', async () => {
    const page = async (id: string) => (await product.page('edt').get(`/young-people/${id}/opening`)).text;
    const nobody = randomUUID();
    const same = (text: string, id: string) =>
      text.replaceAll(id, '…').replaceAll(/value="[0-9a-f-]{36}"|nonce="[^"]*"/g, '');
    expect(same(await page(child), child)).toBe(same(await page(nobody), nobody));
  });

  it('is opened with a reason, and not with a word', async () => {
    const answer = await open('edt', 'Needed.');
    expect([answer.status, (answer.body as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([
      400,
      '/reason',
    ]);
    expect((await read('edt')).status).toBe(403);
  });

  it('is opened by the emergency duty team and residential staff, and by nobody else', async () => {
    for (const user of [
      'worker',
      'finance',
      'auditor',
      'administrator',
      'visitor',
      'service-manager',
      'manager',
    ] as const)
      expect([user, (await open(user)).status]).toEqual([user, 403]);
  });
});

describe('an opened file', () => {
  it('is open for an hour to whoever opened it, and closes by itself', async () => {
    const now = product.clock.at;
    const opened = await open('edt');
    expect([opened.status, opened.body]).toMatchObject([201, { closesAt: '2026-03-11T13:00:00.000Z' }]);
    expect((await read('edt')).status).toBe(200);
    expect((await read('edt-2')).status).toBe(403);
    expect((await read('edt', peer)).status).toBe(403);
    product.clock.at = new Date('2026-03-11T12:59:59Z');
    expect((await read('edt')).status).toBe(200);
    product.clock.at = new Date('2026-03-11T13:00:00Z');
    expect((await read('edt')).status).toBe(403);
    product.clock.at = now;
  });

  it('says what there is, and names no other child', async () => {
    const body = (await read('edt')).body as Readonly<Record<string, unknown>>;
    expect(body).toMatchObject({
      id: child,
      plans: [{ status: 'agreed' }],
      stays: [{ arrivesOn: '2026-03-13' }],
    });
    expect(body['together']).toMatchObject([{ controls: 'Never alone with another young person.' }]);
    const page = await product.as('edt').get(`/young-people/${child}/file`).set('Accept', 'text/html');
    const { given_name: given, family_name: family } = await row('SELECT * FROM young_people WHERE id = $1', [
      peer,
    ]);
    for (const text of [JSON.stringify(body), page.text])
      expect([text.includes(String(given)), text.includes(String(family)), text.includes(peer)]).toEqual([
        false,
        false,
        false,
      ]);
  });

  it('leaves out whoever stands in words about them, wherever that child was met', async () => {
    const [stranger = ''] = await newSiblings(product, 1);
    const { given_name: met } = await row('SELECT given_name FROM young_people WHERE id = $1', [stranger]);
    const [stay] = await product.dataSource.query<{ id: string }[]>(
      'SELECT id FROM stays WHERE young_person_id = $1 LIMIT 1',
      [child],
    );
    await product.dataSource.query(
      `INSERT INTO noticed_things (stay_id, young_person_id, category, words, urgency, noticed_by_name)
       VALUES ($1, $2, 'other', $3, 'routine', 'Test staff')`,
      [
        stay?.id,
        child,
        `Speaks of ${String(met)} from school, whom ${String(met).toUpperCase()}’s mother knows.`,
      ],
    );
    const { text } = await read('edt');
    expect(text).toContain('from school');
    expect(text.toLowerCase()).not.toContain(String(met).toLowerCase());
  });

  it('is opened by staff of another unit too, who cannot see it otherwise', async () => {
    const elsewhere = await aUnit(product);
    const account = { username: 'staff-elsewhere', role: 'staff', unitIds: [elsewhere.id] } as const;
    const { agent } = await anotherAccount(product, account);
    expect((await agent.get(`/young-people/${child}`)).status).toBe(404);
    expect((await agent.post(`/api/young-people/${child}/opening`).send({ reason: REASON })).status).toBe(
      201,
    );
    expect((await agent.get(`/api/young-people/${child}/file`)).status).toBe(200);
    expect((await agent.get(`/young-people/${child}`)).status).toBe(404);
  });

  it('is on record with its reason, for ever', async () => {
    const entry = await row(
      `SELECT * FROM audit_entries WHERE action = 'file.opened' AND actor_role = 'edt'`,
      [],
    );
    expect(entry).toMatchObject({ young_person_id: child, unit_id: unit.id, reason: REASON });
    for (const sql of ['UPDATE opened_files SET reason = reason', 'DELETE FROM opened_files'])
      await expect(product.dataSource.query(sql)).rejects.toThrow('refused');
  });

  it('opened twice at once is two entries, each with its reason', async () => {
    const before = Number((await row('SELECT count(*) FROM opened_files', []))['count']);
    const answers = await Promise.all([open('edt-2', `${REASON} One.`), open('edt-2', `${REASON} Two.`)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(Number((await row('SELECT count(*) FROM opened_files', []))['count'])).toBe(before + 2);
  });
});

describe('the manager', () => {
  it('hears of it once, the next morning at eight, without the child’s name', async () => {
    const tell = async (at: string) => {
      product.clock.at = new Date(at);
      await product.app.get(Jobs).runNow(TELL);
      return product.dataSource.query<{ to_name: string; subject: string; body: string; link: string }[]>(
        `SELECT to_name, subject, body, link FROM notices WHERE kind = 'files.opened' ORDER BY to_name`,
      );
    };
    expect(await tell('2026-03-12T07:59:00Z')).toEqual([]);
    const told = await tell('2026-03-12T08:00:00Z');
    expect(told.map(({ to_name }) => to_name)).toEqual(['Test deputy', 'Test manager']);
    expect(told[0]).toMatchObject({ subject: '4 files of young people were opened', link: '/opened-files' });
    expect(JSON.stringify(told)).not.toMatch(/Given\d|Family\d|medication/);
    expect(await tell('2026-03-12T09:00:00Z')).toHaveLength(2);
    expect(await tell('2026-03-13T08:00:00Z')).toHaveLength(2);
    product.clock.at = new Date('2026-03-11T12:00:00Z');
  });

  it('sees who opened which and why; those who oversee see that it was', async () => {
    const listed = async (user: User) =>
      JSON.stringify((await product.as(user).get('/api/opened-files').expect(200)).body);
    expect(await listed('manager')).toContain(REASON);
    expect(await listed('manager')).toContain(child);
    for (const user of ['auditor', 'service-manager'] as const) {
      expect(await listed(user)).toContain('Test edt');
      expect(await listed(user)).not.toMatch(new RegExp(`${REASON}|${child}|Given`));
    }
    const page = await product.as('manager').get('/opened-files').set('Accept', 'text/html');
    expect(page.text).toContain(REASON);
    await product.as('edt').get('/api/opened-files').expect(403);
  });
});
