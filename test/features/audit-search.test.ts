import { COOKIE } from '../../src/accounts/session.middleware';
import { question } from '../../src/platform/audit/audit-reader';
import type { User } from '../support/accounts';
import { aUnit, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { withoutRandom } from '../support/without-random';

interface Entry {
  readonly id: number;
  readonly action: string;
  readonly actor: { readonly name: string; readonly role: string };
  readonly what: string;
  readonly unitId: string | null;
  readonly youngPersonId: string | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
}

let product: Product;
let unit: AUnit;
let other: AUnit;
let child: string;
let sibling: string;
let stayId: string;

const NIGHTS = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  other = await aUnit(product);
  [child = '', sibling = ''] = await siblings(product, 2);
  const booked = await book(product, unit, [{ youngPersonId: child, ...NIGHTS }]);
  stayId = (booked.body as { items: { id: string }[] }).items[0]?.id ?? '';
  const reason = 'Given1 asked for another day.';
  await product.as('staff').post(`/api/stays/${stayId}/cancellation`).send({ by: 'family', reason });
});
afterAll(() => product.close());

const page = (user: User, path: string) =>
  product
    .as(user)
    .get(path)
    .set('Cookie', `${COOKIE}=${product.tokenOf(user)}`)
    .set('Accept', 'text/html');

async function list(user: User, query: Readonly<Record<string, string>> = {}, path = '/api/audit') {
  const answer = await product.as(user).get(path).query(query);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body as { items: Entry[]; nextCursor: string | null };
}

const actions = async (user: User, query: Readonly<Record<string, string>>) =>
  (await list(user, query)).items.map(({ action }) => action);

describe('reading the audit trail', () => {
  it('is for those who may, and for nobody else', async () => {
    for (const user of ['staff', 'worker', 'edt', 'finance', 'administrator'] as const)
      for (const path of ['/api/audit', '/audit', '/audit/verification', `/young-people/${child}/looks`])
        expect([user, path, (await page(user, path)).status]).toEqual([user, path, 403]);
    for (const user of ['manager', 'deputy', 'service-manager', 'auditor', 'visitor'] as const)
      expect([user, (await page(user, '/audit')).status]).toEqual([user, 200]);
  });

  it('finds by child, and counts a search that named them', async () => {
    await product.as('manager').get('/api/young-people?search=Given1');
    const found = await actions('manager', { youngPersonId: child });
    expect(found).toEqual(expect.arrayContaining(['people.searched', 'stay.cancelled', 'stay.confirmed']));
    expect(await actions('manager', { youngPersonId: unit.id })).toEqual([]);
  });

  it('finds by person, action and days, the last day excluded', async () => {
    expect(await actions('manager', { actor: 'test staff', action: 'stay.cancelled' })).toEqual([
      'stay.cancelled',
    ]);
    expect(await actions('manager', { actor: 'nobody of the kind' })).toEqual([]);
    const [row] = await product.dataSource.query<{ on: string }[]>(
      `SELECT (at AT TIME ZONE 'Europe/London')::date AS on FROM audit_entries WHERE subject_id = $1 LIMIT 1`,
      [stayId],
    );
    const today = row?.on ?? '';
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const asked = { action: 'stay.cancelled', from: today };
    expect(await actions('manager', { ...asked, to: tomorrow })).toHaveLength(1);
    expect(await actions('manager', { action: 'stay.cancelled', to: today })).toEqual([]);
    expect((await product.as('manager').get('/api/audit?from=2026-02-30')).status).toBe(400);
  });

  it('goes on from page to page until the first entry, each once', async () => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: Readonly<Record<string, string>> = cursor ? { cursor } : {};
      const { items, nextCursor } = await list('manager', { limit: '20', ...more });
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen.at(-1)).toBe(1);
    expect((await product.as('manager').get('/api/audit?cursor=x')).status).toBe(400);
  });

  it('shows a manager what is of their own units, and of no unit only what is about their own young people', async () => {
    const all = await list('manager', { limit: '500' });
    expect(new Set(all.items.map(({ unitId }) => unitId))).toEqual(new Set([unit.id, other.id, null]));
    await product.dataSource.query(`UPDATE accounts SET unit_ids = $1 WHERE username = 'deputy'`, [
      [other.id],
    ]);
    const own = await list('deputy', { limit: '500' });
    expect(own.items.some(({ unitId }) => unitId === other.id)).toBe(true);
    const ofNone = own.items.filter(({ unitId }) => unitId !== other.id);
    expect(ofNone.filter(({ unitId, youngPersonId }) => unitId !== null || youngPersonId === null)).toEqual(
      [],
    );
    expect(JSON.stringify(own.items)).not.toContain(child);
    const strangers = await product.as('deputy').get('/api/audit').query({ youngPersonId: child });
    expect(strangers.status).toBe(404);
    await product.dataSource.query(`UPDATE accounts SET unit_ids = NULL WHERE username = 'deputy'`);
  });

  it('withholds whatever may name a child from those who may know no names', async () => {
    const [known] = (await list('manager', { action: 'stay.cancelled' })).items;
    expect(known).toMatchObject({ reason: 'Given1 asked for another day.', what: 'Cancelled a stay' });
    for (const user of ['auditor', 'service-manager', 'visitor'] as const) {
      const { items } = await list(user, { limit: '500' });
      expect(JSON.stringify(items)).not.toMatch(/Given\d|Family\d|"C\d/);
      const cancelled = items.find(({ action }) => action === 'stay.cancelled');
      expect(cancelled).toMatchObject({ youngPersonId: child, reason: null });
      expect(cancelled?.after).toMatchObject({ arrivesOn: NIGHTS.arrivesOn, status: 'cancelled' });
      for (const path of ['/audit', `/audit?youngPersonId=${child}`, `/young-people/${child}/looks`])
        expect(withoutRandom((await page(user, path)).text)).not.toMatch(/Given\d|Family\d|\bC\d/);
    }
  });

  it('finds a child by name for those who may know it, and by the whole case reference for others', async () => {
    expect((await page('manager', '/audit?search=Given1')).text).toContain('Given1');
    const caseReference = 'c1';
    expect((await page('auditor', `/audit?search=${caseReference}`)).text).toMatch(
      /About <strong>Young person /,
    );
    for (const words of ['Given1', 'C'])
      expect((await page('auditor', `/audit?search=${words}`)).text).toContain('Nobody on file is called so');
    expect(await actions('auditor', { action: 'people.searched', actor: 'Test auditor' })).toHaveLength(3);
  });

  it('uses an index, however many entries there are', async () => {
    await product.dataSource
      .transaction(async (tx) => {
        await tx.query("SET LOCAL session_replication_role = 'replica'");
        await tx.query(`
        INSERT INTO audit_entries (actor_id, actor_name, actor_role, action, young_person_id, unit_id)
        SELECT gen_random_uuid(), 'Test', 'staff', 'file.looked-at', gen_random_uuid(), NULL FROM generate_series(1, 20000)`);
        await tx.query('ANALYZE audit_entries');
        for (const asked of [
          { youngPersonId: child },
          { actorIds: [child] },
          { youngPersonId: child, action: 'x' },
        ]) {
          const { sql, parameters } = question({ ...asked, limit: 51 }, { unitIds: [unit.id] });
          const rows = await tx.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, [...parameters]);
          const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
          expect(plan).toMatch(/audit_entries_by_(young_person|actor)/);
          expect(plan).not.toContain('Seq Scan');
        }
        throw new Error('undone');
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'undone') throw error;
      });
  });
});

describe('who has looked', () => {
  it('stands on a child’s own page, in words, and is a look itself', async () => {
    await page('staff', `/stays/${stayId}`);
    await page('manager', `/young-people/${child}/assessments/new?with=${sibling}`);
    const { text } = await page('manager', `/young-people/${child}`);
    expect(text).toContain('Who has looked');
    expect(text).toContain('Test staff, Residential staff');
    expect(text).toContain('A stay of theirs');
    expect((await page('staff', `/young-people/${child}`)).text).not.toContain('Who has looked');
    const looks = `/api/young-people/${child}/looks`;
    const first = await list('manager', {}, looks);
    const [latest] = (await list('manager', {}, looks)).items as unknown as { page: string }[];
    expect(latest?.page).toBe('Who has looked at their file, by a program');
    expect(first.items[0]).toMatchObject({ actor: { name: 'Test staff' }, page: 'Their file' });
  });

  it('names nobody else, though both were looked at', async () => {
    const own = JSON.stringify(await list('manager', {}, `/api/young-people/${sibling}/looks`));
    expect(own).toContain('Test manager');
    expect(own).not.toContain(child);
    expect(own).not.toMatch(/Given\d/);
  });
});

describe('the page that checks the trail', () => {
  it('says that it is whole, or which entry is not as it was written', async () => {
    expect((await page('auditor', '/audit/verification')).text).toContain('Check the whole trail');
    expect((await page('auditor', '/audit/verification?check=yes')).text).toContain('Whole: ');
    const runner = product.dataSource.createQueryRunner();
    await runner.query("SET session_replication_role = 'replica'");
    await runner.query(`UPDATE audit_entries SET actor_name = 'Somebody else' WHERE id = 2`);
    const { text } = await page('auditor', '/audit/verification?check=yes');
    expect(text).toContain('Not whole');
    expect(text).toContain('Entry 2 is not what was written: it was altered, or moved.');
    await runner.query('RESET session_replication_role');
    await runner.release();
  });
});
