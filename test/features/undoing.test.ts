import type { Response } from 'supertest';
import { Database } from '../../src/platform/database';
import { Notices } from '../../src/platform/notices/notices';
import { aCompatibleGroup, aUnit, book, type AUnit, type Booked } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
let people: string[];

beforeAll(async () => {
  product = await startProduct();
});
beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  unit = await aUnit(product);
  people = await aCompatibleGroup(product, 3);
});
afterAll(() => product.close());

const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
const room = (number: number): string => unit.rooms[number - 1]?.id ?? '';

async function aStay(index = 0, number = 1, nights = weekend): Promise<string> {
  const asked = [{ youngPersonId: people[index] ?? '', ...nights, roomId: room(number) }];
  const answer = await book(product, unit, asked);
  expect(answer.status).toBe(201);
  return (answer.body as { items: Booked[] }).items[0]?.id ?? '';
}

interface Seen extends Booked {
  readonly status: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
}

const staff = () => product.as('staff');
const act = (id: string, name: string, body: object = {}) =>
  staff().post(`/api/stays/${id}/${name}`).send(body);
const undo = (id: string) => act(id, 'undoing');
const seen = async (id: string) => (await staff().get(`/api/stays/${id}`)).body as Seen;
const detail = ({ body }: Response) => (body as { detail: string }).detail;
const later = (minutes: number) => {
  product.clock.at = new Date(product.clock.at.getTime() + minutes * 60_000);
};

it('takes back a move', async () => {
  const id = await aStay();
  await act(id, 'room', { roomId: room(2) }).expect(200);
  expect((await seen(id)).roomId).toBe(room(2));
  await undo(id).expect(200);
  expect((await seen(id)).roomId).toBe(room(1));
});

it('takes back other dates, and a cancellation, into the room it had', async () => {
  const id = await aStay(0, 3);
  await act(id, 'dates', { ...weekend, departsOn: '2026-03-18' }).expect(200);
  await undo(id).expect(200);
  expect(await seen(id)).toMatchObject({ ...weekend, roomId: room(3), status: 'confirmed' });
  await act(id, 'cancellation', { by: 'unit', reason: 'Pressed the wrong thing.' }).expect(200);
  await undo(id).expect(200);
  expect(await seen(id)).toMatchObject({
    ...weekend,
    roomId: room(3),
    status: 'confirmed',
    endedReason: null,
  });
});

it('takes back a swap for both, once', async () => {
  const [one, other] = [await aStay(0, 1), await aStay(1, 2)];
  await act(one, 'swap', { withStayId: other }).expect(200);
  await undo(other).expect(200);
  expect([(await seen(one)).roomId, (await seen(other)).roomId]).toEqual([room(1), room(2)]);
  expect(detail(await undo(one).expect(409))).toMatch(/^Nothing was changed here/);
});

it('is over after ten minutes, when it was changed again, and when there is nothing', async () => {
  const id = await aStay();
  expect(detail(await undo(id).expect(409))).toMatch(/^Nothing was changed here/);
  await act(id, 'room', { roomId: room(2) }).expect(200);
  later(10);
  expect(detail(await undo(id).expect(409))).toMatch(/more than 10 minutes ago/);
  await act(id, 'room', { roomId: room(3) }).expect(200);
  later(5);
  product.clock.at = new Date('2026-03-13T15:00:00Z');
  const other = await aStay(1, 2);
  await act(other, 'room', { roomId: room(4) }).expect(200);
  await act(other, 'arrival', { at: '2026-03-13T14:00:00Z' }).expect(200);
  expect(detail(await undo(other).expect(409))).toMatch(/changed again since/);
});

it('is over once somebody has been written to about the unit', async () => {
  const id = await aStay();
  await act(id, 'room', { roomId: room(2) }).expect(200);
  const told = {
    kind: 'request.offered',
    to: { role: 'worker' },
    subject: 'A',
    body: 'B',
    link: '/',
  } as const;
  const database = product.app.get(Database);
  await database.transaction((tx) => product.app.get(Notices).write(tx, { ...told, unitId: unit.id }));
  expect(detail(await undo(id).expect(409))).toMatch(/has been told of it/);
});

it('is judged like anything new: a bed that somebody else has by now stays theirs', async () => {
  const id = await aStay(0, 1);
  await act(id, 'room', { roomId: room(2) }).expect(200);
  await aStay(1, 1);
  const refused = await undo(id).expect(409);
  expect((refused.body as { findings: { code: string }[] }).findings).toMatchObject([{ code: 'room-taken' }]);
  expect((await seen(id)).roomId).toBe(room(2));
});

it('is the unit’s staff’s, and nobody else’s', async () => {
  const id = await aStay();
  await act(id, 'room', { roomId: room(2) }).expect(200);
  for (const user of ['worker', 'edt', 'finance', 'service-manager', 'auditor', 'administrator'] as const)
    await product.as(user).post(`/api/stays/${id}/undoing`).send({}).expect(403);
});

it('of many who take the same back at once, one does', async () => {
  const id = await aStay();
  await act(id, 'room', { roomId: room(2) }).expect(200);
  const answers = await Promise.all(Array.from({ length: 6 }, () => undo(id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect((await seen(id)).roomId).toBe(room(1));
});

it('and somebody who takes the bed in the same moment never share it', async () => {
  for (let times = 0; times < 4; times += 1) {
    const nights = { arrivesOn: `2026-04-0${times * 2 + 1}`, departsOn: `2026-04-0${times * 2 + 2}` };
    const id = await aStay(0, 1, nights);
    await act(id, 'room', { roomId: room(2) }).expect(200);
    const asked = [{ youngPersonId: people[1] ?? '', ...nights, roomId: room(1) }];
    const [undone, booked] = await Promise.all([undo(id), book(product, unit, asked)]);
    expect([undone.status, booked.status].sort()).toEqual(undone.status === 200 ? [200, 409] : [201, 409]);
  }
});

it('is in the audit trail and in the history of the stay', async () => {
  const id = await aStay();
  await act(id, 'room', { roomId: room(2) }).expect(200);
  await undo(id).expect(200);
  const [entry] = await product.dataSource.query<{ action: string }[]>(
    `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
    [id],
  );
  expect(entry?.action).toBe('stay.undone');
  const page = await product.page('staff').get(`/stays/${id}`);
  expect(page.text).toContain('Change taken back');
});
