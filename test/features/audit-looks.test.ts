import { COOKIE } from '../../src/accounts/session.middleware';
import { writtenBy } from '../support/audit';
import { aUnit, book, siblings, type AUnit } from '../support/diary';
import type { User } from '../support/accounts';
import { startProduct, type Product } from '../support/product';
import { withoutRandom } from '../support/without-random';

let product: Product;
let unit: AUnit;
let children: string[];
let familyId: string;
let stayId: string;

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  children = await siblings(product, 3);
  const nights = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
  const booked = await book(product, unit, [{ youngPersonId: children[0] ?? '', ...nights }]);
  stayId = (booked.body as { items: { id: string }[] }).items[0]?.id ?? '';
  const shown = await product.as('manager').get(`/api/young-people/${children[0]}`);
  familyId = (shown.body as { familyId: string }).familyId;
});
afterAll(() => product.close());

const page = (user: User, path: string) =>
  product
    .as(user)
    .get(path)
    .set('Cookie', `${COOKIE}=${product.tokenOf(user)}`)
    .set('Accept', 'text/html');

const written = (user: User, path: string) => writtenBy(product, () => page(user, path));

/** As its owner, so that the next look cannot be written down. */
async function whileNothingCanBeWritten(act: () => Promise<void>): Promise<void> {
  await product.dataSource.query(
    `ALTER TABLE audit_entries ADD CONSTRAINT full_disk CHECK (action <> 'file.looked-at') NOT VALID`,
  );
  await act();
  await product.dataSource.query('ALTER TABLE audit_entries DROP CONSTRAINT full_disk');
}

describe('a look at a child’s file', () => {
  it('is written down with who, in what role, at which page and about whom', async () => {
    expect(await written('staff', `/young-people/${children[0]}`)).toEqual([
      {
        ...{ action: 'file.looked-at', who: 'Test staff', role: 'staff', unitId: null, reason: null },
        ...{ youngPersonId: children[0], subjectId: children[0], after: { route: 'GET /young-people/:id' } },
      },
    ]);
  });

  it('is one entry for the child of a stay, in the trail of its unit', async () => {
    for (const path of [`/stays/${stayId}`, `/api/stays/${stayId}`])
      expect(await written('manager', path)).toMatchObject([
        { youngPersonId: children[0], unitId: unit.id, subjectId: stayId },
      ]);
    expect((await page('manager', `/stays/${stayId}`)).text).not.toMatch(/looked|refused/);
  });

  it('is one entry for each child of a family', async () => {
    for (const path of [`/families/${familyId}`, `/api/families/${familyId}`]) {
      const entries = await written('manager', path);
      expect(entries.map(({ youngPersonId }) => youngPersonId).sort()).toEqual([...children].sort());
      expect(new Set(entries.map(({ subjectId }) => subjectId))).toEqual(new Set([familyId]));
    }
  });

  it('is a list of one child’s own things, where it shows any', async () => {
    const [first] = children;
    expect(await written('manager', `/api/stays?youngPersonId=${first}`)).toMatchObject([
      { action: 'file.looked-at', youngPersonId: first, subjectId: first },
    ]);
    expect(await written('manager', `/api/solo-decisions?youngPersonId=${first}`)).toEqual([]);
  });

  it('is an entry for both of two who are judged together, each about themselves', async () => {
    const [first, second] = children;
    const entries = await written('manager', `/young-people/${first}/assessments/new?with=${second}`);
    const looks = entries.filter(({ action }) => action === 'file.looked-at');
    expect(looks.map(({ youngPersonId, subjectId }) => [youngPersonId, subjectId])).toEqual([
      [first, first],
      [second, second],
    ]);
  });

  it('is not a look at the work of the house, at a page of nobody, or at what is not there', async () => {
    for (const path of ['/board', '/tasks', '/requests', `/units/${unit.id}`, `/young-people/${unit.id}`])
      expect([path, await written('manager', path)]).toEqual([path, []]);
  });

  it('is not a look where nothing was shown', async () => {
    const entries = await written('worker-2', `/api/young-people/${children[0]}`);
    expect(entries.filter(({ action }) => action === 'file.looked-at')).toEqual([]);
  });

  it('shows nothing when it cannot be written down', async () => {
    await whileNothingCanBeWritten(async () => {
      for (const path of [`/young-people/${children[0]}`, `/api/young-people/${children[0]}`]) {
        const answer = await page('manager', path);
        expect([path, answer.status]).toEqual([path, 500]);
        expect(withoutRandom(answer.text)).not.toMatch(/Given\d|Family\d|C\d/);
        expect(answer.text).toContain('Something went wrong on our side');
      }
      expect((await page('manager', '/board')).status).toBe(200);
    });
    expect((await page('manager', `/young-people/${children[0]}`)).status).toBe(200);
  });

  it('is committed before any of the file leaves', async () => {
    const runner = product.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE audit_entries IN EXCLUSIVE MODE');
    let hasAnswered = false;
    const answer = page('manager', `/api/stays/${stayId}`).then(({ status }) => {
      hasAnswered = true;
      return status;
    });
    await untilSomebodyWaits();
    expect(hasAnswered).toBe(false);
    await runner.commitTransaction();
    await runner.release();
    expect(await answer).toBe(200);
  });
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await product.dataSource.query<unknown[]>(
      `SELECT FROM pg_locks WHERE NOT granted AND relation = 'audit_entries'::regclass`,
    );
    if (waiting.length > 0) return;
  }
}

describe('a search', () => {
  it('is written down with what was typed and whom it showed', async () => {
    const [entry, ...more] = await written('manager', '/young-people?search=Given1');
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ action: 'people.searched', youngPersonId: null },
      after: { route: 'GET /young-people', words: 'Given1' },
    });
    expect(entry?.after?.['youngPersonIds']).toContain(children[0]);
    expect(entry?.after?.['found']).toBe((entry?.after?.['youngPersonIds'] as unknown[]).length);
  });

  it('is written down from a form and a program too, and when nobody is found', async () => {
    const typed = { unitId: unit.id, search: 'Given1', step: 'find' };
    const sent = await writtenBy(product, () =>
      page('manager', '/').then(() =>
        product
          .as('manager')
          .post('/stays/new')
          .set('Cookie', `${COOKIE}=${product.tokenOf('manager')}`)
          .type('form')
          .send(typed),
      ),
    );
    expect(sent).toMatchObject([{ action: 'people.searched', after: { route: 'POST /stays/new' } }]);
    expect(await written('worker', '/api/families?search=Zzyzx')).toMatchObject([
      { who: 'Test worker', after: { words: 'Zzyzx', found: 0, youngPersonIds: [] } },
    ]);
  });

  it('of the emergency duty team is written down once', async () => {
    const entries = await writtenBy(product, () =>
      product.as('edt').post('/api/emergency-claims/child-search').send({ search: 'Given1' }),
    );
    expect(entries).toMatchObject([{ action: 'people.searched', role: 'edt', after: { words: 'Given1' } }]);
  });
});
