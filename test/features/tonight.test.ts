import request from 'supertest';
import { PASSWORD, type User } from '../support/accounts';
import { aCompatibleGroup, aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { formTokenIn } from '../support/form-token-in';
import { SetClock, startProduct, type Product } from '../support/product';

interface Card {
  readonly asOf: string;
  readonly night: string;
  readonly beganYesterday: boolean;
  readonly said: string;
  readonly bedsFree: number;
  readonly beds: readonly { readonly freeUntil: string; readonly roomId?: string }[];
  readonly whyNone: readonly string[];
  readonly taken: string;
  readonly mixing: readonly string[];
  readonly nextArrival: string;
  readonly guests?: readonly { readonly youngPersonId: string; readonly stayId: string }[];
  readonly units: readonly { readonly name: string; readonly bedsFree: number }[];
}

let product: Product;
let unit: AUnit;
let group: readonly string[];
let stays: readonly Booked[];

const NOON = new Date('2026-03-11T12:00:00Z');

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product, { rooms: 3 });
  group = await aCompatibleGroup(product, 2);
  const [one = '', other = ''] = group;
  const dates = [
    { youngPersonId: one, arrivesOn: '2026-03-11', departsOn: '2026-03-13', roomId: unit.rooms[0]?.id },
    { youngPersonId: other, arrivesOn: '2026-03-12', departsOn: '2026-03-14', roomId: unit.rooms[1]?.id },
  ];
  const answer = await book(product, unit, dates);
  expect(answer.status).toBe(201);
  stays = (answer.body as { items: Booked[] }).items;
});

beforeEach(() => {
  product.clock.at = NOON;
});

afterAll(() => product.close());

async function card(user: User = 'edt', unitId = unit.id): Promise<Card> {
  const answer = await product.as(user).get(`/api/tonight?unitId=${unitId}`);
  expect(answer.status).toBe(200);
  return answer.body as Card;
}

const page = (user: User, path = `/tonight?unitId=${unit.id}`) => product.page(user).get(path);

it('is for the Emergency Duty Team and the unit’s staff, and for nobody else', async () => {
  for (const user of ['edt', 'manager', 'deputy', 'staff'] as const) {
    expect([user, (await product.as(user).get(`/api/tonight?unitId=${unit.id}`)).status]).toEqual([
      user,
      200,
    ]);
    expect([user, (await page(user)).status]).toEqual([user, 200]);
  }
  for (const user of ['worker', 'service-manager', 'finance', 'auditor', 'administrator'] as const) {
    expect([user, (await product.as(user).get(`/api/tonight?unitId=${unit.id}`)).status]).toEqual([
      user,
      403,
    ]);
    expect([user, (await page(user)).status]).toEqual([user, 403]);
  }
  expect((await request(product.baseUrl).get('/api/tonight')).status).toBe(401);
});

it('says how many beds are free tonight, for how long, and who is expected next', async () => {
  const { bedsFree, beds, taken, mixing, nextArrival, asOf, night } = await card();
  expect({ bedsFree, taken, night, asOf: new Date(asOf) }).toEqual({
    bedsFree: 2,
    taken: '1 young person is expected.',
    night: '2026-03-11',
    asOf: NOON,
  });
  expect(beds.map(({ freeUntil }) => freeUntil)).toEqual(['2026-03-25', '2026-03-12']);
  expect(mixing[0]).toContain('nobody has assessed with the one who stays tonight');
  expect(nextArrival).toBe('1 young person is expected on Wed 11 March, from 4pm.');
});

it('tells the Emergency Duty Team counts only, and staff who it is and in which room', async () => {
  const [one = ''] = group;
  const said = JSON.stringify(await card());
  const drawn = (await page('edt')).text;
  for (const secret of [...group, ...stays.map(({ id }) => id), ...unit.rooms.map(({ id }) => id)]) {
    expect(said).not.toContain(secret);
    expect(drawn).not.toContain(secret);
  }
  expect(drawn).not.toMatch(/Given\d|Family\d|Room \d/);
  const known = await card('staff');
  expect(known.guests).toMatchObject([{ youngPersonId: one, stayId: stays[0]?.id, status: 'confirmed' }]);
  expect(known.beds.map(({ roomId }) => roomId)).toEqual([unit.rooms[2]?.id, unit.rooms[1]?.id]);
  expect((await page('staff')).text).toMatch(/Given\d+ Family\d+[^]*Room 1 · until Fri 13 March/);
});

it('says that an arrival is late once the time is past', async () => {
  product.clock.at = new Date('2026-03-12T02:04:00Z');
  const { nextArrival, said, beganYesterday } = await card();
  expect(nextArrival).toBe('1 young person, due on Wed 11 March, from 4pm: not here yet.');
  expect({ said, beganYesterday }).toEqual({
    said: 'Tonight is the night that began yesterday, Wed 11 March.',
    beganYesterday: true,
  });
  expect((await page('edt')).text).toContain('As of <strong>02:04</strong>, Thu 12 March 2026');
});

it.each([
  ['the minute before nine', '2026-03-12T08:59:00Z', '2026-03-11', true],
  ['nine o’clock', '2026-03-12T09:00:00Z', '2026-03-12', false],
  ['a minute past nine', '2026-03-12T09:01:00Z', '2026-03-12', false],
  ['half past midnight on the night the clocks go forward', '2026-03-29T00:30:00Z', '2026-03-28', true],
  ['08:59 on the morning after the clocks went forward', '2026-03-29T07:59:00Z', '2026-03-28', true],
  ['09:01 on the morning after the clocks went forward', '2026-03-29T08:01:00Z', '2026-03-29', false],
  ['half past midnight on the night the clocks go back', '2026-10-24T23:30:00Z', '2026-10-24', true],
  ['08:59 on the morning after the clocks went back', '2026-10-25T08:59:00Z', '2026-10-24', true],
  ['09:01 on the morning after the clocks went back', '2026-10-25T09:01:00Z', '2026-10-25', false],
])('knows which night it is at %s', async (_, at, night, beganYesterday) => {
  product.clock.at = new Date(at);
  expect(await card()).toMatchObject({ night, beganYesterday });
});

it('says when nobody can have a bed because one young person needs the unit alone', async () => {
  const alone = await aUnit(product);
  const [solo = ''] = await siblings(product, 1);
  const dates = { youngPersonId: solo, arrivesOn: '2026-03-11', departsOn: '2026-03-13', solo: true };
  expect((await book(product, alone, [dates])).status).toBe(201);
  const { bedsFree, whyNone, units } = await card('edt', alone.id);
  expect(bedsFree).toBe(0);
  expect(whyNone[0]).toContain('Somebody needs the unit to themselves tonight');
  expect(units.map((each) => each.bedsFree)).toEqual([2, 0]);
  const { text } = await page('edt', `/tonight?unitId=${alone.id}`);
  expect(text).toContain('See what can be done');
  expect(text).toMatch(/Test unit:<\/span> <strong[^>]*>2 beds free/);
  expect(text).toMatch(/Test unit:<\/span> <strong[^>]*>no bed/);
});

it('answers for a unit it does not know that there is none', async () => {
  const nowhere = '4b0d5e8e-6f7e-4e8c-9a53-0d3f5c1f2a10';
  expect((await product.as('edt').get(`/api/tonight?unitId=${nowhere}`)).status).toBe(404);
  expect((await product.as('edt').get('/api/tonight?unitId=larch')).status).toBe(400);
  expect((await page('edt', `/tonight?unitId=${nowhere}`)).status).toBe(404);
});

it('is the first page of the Emergency Duty Team, and a place for staff, who begin at home', async () => {
  const home = await page('edt', `/?unit=${unit.id}`);
  expect([home.status, home.headers['location']]).toEqual([303, `/tonight?unit=${unit.id}`]);
  expect((await page('staff', '/')).status).toBe(200);
  expect((await page('staff')).text).toContain('<a href="/tonight" aria-current="page">Tonight</a>');
});

it('is kept by nobody on the way, and takes no style and no script but its own', async () => {
  const { headers } = await page('edt');
  expect(headers['cache-control']).toBe('no-store');
  const policy = headers['content-security-policy'] ?? '';
  for (const kind of ['style-src', 'script-src'])
    expect(policy).toMatch(new RegExp(`${kind} 'sha256-[\\w+/]{43}=' `));
  expect(policy).toContain("worker-src 'self'");
  expect((await page('edt', '/cookies')).headers['content-security-policy']).not.toContain('sha256');
});

it('serves its worker from the root, so that it can rule the card', async () => {
  const { status, type, text } = await request(product.baseUrl).get('/tonight-worker.js');
  expect([status, type]).toEqual([200, 'text/javascript']);
  expect(text).toContain('respondWith');
});

it('has the browser forget what it kept, when somebody signs in and when they sign out', async () => {
  const browser = request.agent(product.baseUrl);
  const signIn = await browser.get('/sign-in');
  const [visitor = ''] = signIn.headers['set-cookie'] ?? [];
  const form = { user: 'edt', password: PASSWORD, formToken: formTokenIn(signIn.text) };
  const signedIn = await browser.post('/sign-in').set('Cookie', visitor).type('form').send(form);
  const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
  const home = await browser.get('/cookies').set('Cookie', cookie);
  const leave = { formToken: formTokenIn(home.text) };
  const signedOut = await browser.post('/sign-out').set('Cookie', cookie).type('form').send(leave);
  for (const { status, headers } of [signedIn, signedOut])
    expect([status, headers['clear-site-data']]).toEqual([303, '"storage"']);
});

it('says that there is no unit while there is none', async () => {
  const empty = await startProduct(new SetClock());
  const answer = await empty.page('edt').get('/tonight');
  expect([answer.status, answer.text.includes('There is no unit yet.')]).toEqual([200, true]);
  expect((await empty.as('edt').get('/api/tonight')).status).toBe(404);
  await empty.close();
});
