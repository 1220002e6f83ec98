import { anotherAccount } from '../support/another-account';
import type { User } from '../support/accounts';
import { aUnit, type AUnit } from '../support/diary';
import { aStayOf } from '../support/in-progress';
import { aNamed } from '../support/people-page';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
let child: string;

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  child = await stay('Rowan Ashby', 0, '2026-03-09', '2026-03-12', 'in-residence');
  await stay('Lea Morrow', 1, '2026-03-06', '2026-03-09', 'completed');
  await stay('Kit Niven', 2, '2026-03-13', '2026-03-16', 'confirmed');
  await stay('Gone Away', 3, '2026-03-13', '2026-03-16', 'cancelled');
  const visitor = await aNamed(product, 'Vic Oswin');
  const visit = {
    unitId: unit.id,
    youngPersonId: visitor,
    on: '2026-03-14',
    fromTime: '15:30',
    toTime: '18:00',
  };
  await product.dataSource.query(
    `INSERT INTO day_visits (unit_id, young_person_id, visits_on, from_time, to_time, purpose, status, booked_by_name, booked_at)
     VALUES ($1, $2, $3, $4, $5, 'Tea', 'booked', 'Test', now())`,
    Object.values(visit),
  );
});
afterAll(() => product.close());

async function stay(name: string, room: number, from: string, to: string, status: string): Promise<string> {
  const id = await aNamed(product, name);
  const bed = status === 'cancelled' ? undefined : unit.rooms[room];
  await aStayOf(product, id, unit, { from, to, status, ...(bed ? { bed } : {}) });
  return id;
}

const sheet = async (user: User = 'staff', query = `?unit=${unit.id}`) =>
  product.page(user).get(`/week-sheet${query}`);

/** Each row by its heading, cell by cell. */
async function rows(query?: string): Promise<Record<string, string[]>> {
  const { text } = await sheet('staff', query);
  const found = [...text.matchAll(/<tr>\s*<th scope="row">([^<]+)<\/th>(.*?)<\/tr>/gs)];
  return Object.fromEntries(
    found.map(([, title = '', cells = '']) => [
      title,
      [...cells.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) =>
        cell
          .replaceAll(/<[^>]+>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
    ]),
  );
}

it('says who sleeps where on each night of this week, from Monday on, by initials', async () => {
  const week = await rows();
  expect(week['Room 1']).toEqual(['R.A.', 'R.A.', 'R.A.', 'Free', 'Free', 'Free', 'Free']);
  expect(week['Room 3']?.slice(3)).toEqual(['Free', 'K.N.', 'K.N.', 'K.N.']);
  expect(week['Room 4']?.slice(2)).toEqual(['Free', 'Free', 'Free', 'Free', 'Free']);
});

it('says who comes, who goes and who visits, those who leave on the first morning too', async () => {
  const week = await rows();
  expect(week['Arrive']).toEqual(['R.A.', 'Nobody', 'Nobody', 'Nobody', 'K.N.', 'Nobody', 'Nobody']);
  expect(week['Leave']).toEqual(['L.M.', 'Nobody', 'Nobody', 'R.A.', 'Nobody', 'Nobody', 'Nobody']);
  expect(week['Visits']?.[5]).toBe('V.O. 3:30pm to 6pm');
});

it('names nobody, for it hangs on a wall', async () => {
  const { text } = await sheet();
  expect(text).not.toMatch(/Rowan|Ashby|Morrow|Niven|Oswin/);
  expect(text).not.toContain(child);
});

it('begins on whatever day is asked for', async () => {
  expect((await rows(`?unit=${unit.id}&from=2026-03-13`))['Arrive']?.[0]).toBe('K.N.');
  expect((await sheet('staff', '?from=2026-02-30')).status).toBe(400);
  expect((await sheet('staff', '?from=2199-12-31')).status).toBe(200);
  expect((await sheet('staff', '?from=1900-01-01')).status).toBe(200);
});

it.each(['worker', 'edt', 'service-manager', 'finance', 'auditor', 'administrator', 'visitor'] as const)(
  'is closed to %s',
  async (user) => {
    expect((await sheet(user)).status).toBe(403);
  },
);

it('is of no unit but somebody’s own', async () => {
  const elsewhere = await aUnit(product);
  const account = { username: 's', role: 'staff', unitIds: [elsewhere.id] } as const;
  const { agent } = await anotherAccount(product, account);
  expect((await agent.get(`/week-sheet?unit=${unit.id}`)).status).toBe(404);
  const own = await agent.get('/week-sheet').set('Accept', 'text/html');
  expect([own.status, own.text.includes('R.A.')]).toEqual([200, false]);
});
