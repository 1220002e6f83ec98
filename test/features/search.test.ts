import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/platform/actor';
import { Database } from '../../src/platform/database';
import { Tasks } from '../../src/tasks/tasks.service';
import { MORE_PAGES } from '../../src/search/more-pages';
import type { User } from '../support/accounts';
import { anotherAccount } from '../support/another-account';
import { aUnit, type AUnit } from '../support/diary';
import { aStayOf } from '../support/in-progress';
import { startProduct, type Product } from '../support/product';
import { aNamedFamily, asked } from '../support/requests';

let product: Product;
let unit: AUnit;
let ids: { Nell: string };
let stayId: string;
let requestId: string;

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  ids = await aNamedFamily(product, 'Quillfeather', ['Nell']);
  const dates = { from: '2026-03-20', to: '2026-03-22', status: 'confirmed' };
  stayId = await aStayOf(product, ids.Nell, unit, dates);
  requestId = (await asked(product, unit.id, [ids.Nell])).id;
  const task = { key: randomUUID(), unitId: unit.id, youngPersonId: ids.Nell, stayId, link: '/board' };
  await product.app.get(Database).transaction((tx) =>
    product.app.get(Tasks).raise(tx, SYSTEM, {
      ...{ ...task, ownerRole: 'manager' as const },
      ...{
        words: 'Write the zebra plan.',
        dueAt: new Date('2026-03-12T12:00:00Z'),
        kind: 'placement-plan' as const,
      },
    }),
  );
});
afterAll(() => product.close());

const search = async (user: User, words: string) => {
  const { status, text } = await product.page(user).get('/search').query({ q: words });
  expect(status).toBe(200);
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  return {
    text: main,
    links: [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href),
    headings: [...main.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, words = '']) => words.trim()),
  };
};

it('finds for a manager the young person, and what is ahead of them', async () => {
  const { links, headings } = await search('manager', 'Quillfeathr');
  expect(links).toEqual(
    expect.arrayContaining([`/young-people/${ids.Nell}`, `/stays/${stayId}`, `/requests/${requestId}`]),
  );
  expect(headings).toEqual([
    'Young people',
    'Families',
    'Stays now and ahead',
    'Requests to be answered',
    'Plans',
  ]);
});

it('finds rooms, units and tasks by their words', async () => {
  expect((await search('manager', 'room 3')).text).toContain('Room 3');
  expect((await search('staff', 'test unit')).links).toContain(`/units/${unit.id}`);
  expect((await search('manager', 'zebra')).headings).toEqual(['Tasks']);
  expect((await search('service-manager', 'zebra')).headings).toEqual(['Tasks']);
});

it('finds pages by what people call them, and only those they may open', async () => {
  expect((await search('manager', 'closures')).links).toContain('/closures');
  expect((await search('manager', 'repair')).links).toContain('/closures');
  expect((await search('manager', 'outbox')).links).toContain('/outbox');
  expect((await search('worker', 'closures')).links).toEqual([]);
  expect((await search('finance', 'occupancy')).links).toContain('/occupancy');
  expect((await search('edt', 'claim')).links).toContain('/emergency-claims/new');
});

it.each(MORE_PAGES.filter(({ href }) => href !== '/api/docs').map(({ href }) => href))(
  'leads somewhere: %s',
  async (href) => {
    const user = href.startsWith('/accounts') ? 'administrator' : 'manager';
    expect([200, 303]).toContain((await product.page(user).get(href)).status);
  },
);

it('finds for a worker their own families, and of others nothing', async () => {
  const own = await search('worker', 'Quillfeather');
  expect(own.text).toContain('Nell Quillfeather');
  expect(own.links).toContain(`/requests/${requestId}`);
  expect(own.links).not.toContain(`/stays/${stayId}`);
  const other = await search('worker-2', 'Quillfeather');
  expect(other.links).toEqual([]);
  const nobody = await search('worker-2', 'Nobodyatall');
  expect(other.text.replaceAll('Quillfeather', '…')).toBe(nobody.text.replaceAll('Nobodyatall', '…'));
});

it.each(['finance', 'service-manager', 'auditor', 'visitor', 'administrator', 'edt'] as const)(
  'finds no young person for %s, nor whose task it is',
  async (user) => {
    const { links, text } = await search(user, 'Quillfeather');
    expect(links).toEqual([]);
    expect(text).not.toContain('Nell');
    expect(text).not.toContain(ids.Nell);
  },
);

it('tells workers and the Emergency Duty Team of no room', async () => {
  for (const user of ['worker', 'edt'] as const)
    expect((await search(user, 'room 3')).text).not.toContain(`/units/${unit.id}`);
});

it('finds nothing of a unit somebody does not work for', async () => {
  const elsewhere = await aUnit(product);
  const { agent } = await anotherAccount(product, {
    ...{ username: 'manager-elsewhere', role: 'manager', unitIds: [elsewhere.id] },
  });
  const { text } = await agent.get('/search').query({ q: 'Quillfeather' }).set('Accept', 'text/html');
  expect(text).not.toContain(ids.Nell);
  const units = (await agent.get('/search').query({ q: 'test unit' }).set('Accept', 'text/html')).text;
  expect([units.includes(elsewhere.id), units.includes(unit.id)]).toEqual([true, false]);
});

it('is written down in the audit trail, with the words and whom they named', async () => {
  await search('deputy', 'Quillfeather');
  const entries = await product.dataSource.query<{ after: { words: string; youngPersonIds: string[] } }[]>(
    `SELECT after FROM audit_entries WHERE action = 'people.searched' AND actor_name = 'Test deputy'`,
  );
  expect(entries.map(({ after }) => after)).toContainEqual(
    expect.objectContaining({ words: 'Quillfeather', youngPersonIds: [ids.Nell] }),
  );
});

it.each([
  ['', 'Type a name'],
  ['q', 'Type at least 2 letters.'],
  ['Xylophone', 'Nothing is called “Xylophone”.'],
])('says for %p what to do', async (words, said) => {
  const { text } = await search('manager', words);
  expect(text).toContain(said);
});

it('answers whatever is typed', async () => {
  for (const words of ['%', "'; --", '<b>', '\0\0ab', 'x'.repeat(5000), '((((', '[ab'])
    expect([words, (await product.page('manager').get('/search').query({ q: words })).status]).toEqual([
      words,
      200,
    ]);
  expect((await product.page('manager').get('/search?q=a&q=b')).status).toBe(200);
});
