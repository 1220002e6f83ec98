import type { Role } from '../../src/platform/actor';
import { aCompatibleGroup, assessPair, aUnit, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
});

beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  unit = await aUnit(product);
});

afterAll(() => product.close());

interface Cell {
  readonly on: string;
  readonly class: string;
  readonly stayId?: string;
  readonly status?: string;
}

interface Board {
  readonly from: string;
  readonly to: string;
  readonly rooms: readonly { readonly id: string; readonly nights: readonly Cell[] }[];
  readonly nights: readonly {
    readonly on: string;
    readonly free: number;
    readonly conflicts: readonly { readonly code: string; readonly stayIds?: string[] }[];
  }[];
}

const ask = (query = 'from=2026-03-09&to=2026-03-16', role: Role = 'staff') =>
  product.as(role).get(`/api/board?unitId=${unit.id}&${query}`);
const show = async (query?: string, role?: Role): Promise<Board> => (await ask(query, role)).body as Board;

const booked = async (stays: object | readonly object[], also: object = {}): Promise<string[]> => {
  const answer = await book(product, unit, Array.isArray(stays) ? stays : [stays], also);
  expect([answer.status, answer.body]).toEqual([201, answer.body]);
  return (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);
};

const roomId = (number: number): string => unit.rooms[number - 1]?.id ?? '';

/** A room's nights as one letter each. */
const row = (board: Board, number: number): string =>
  (board.rooms.find(({ id }) => id === roomId(number))?.nights ?? [])
    .map((night) => night.class.charAt(0))
    .join('');

describe('the board', () => {
  it('has a row for each room and a night for each date, all empty at first', async () => {
    const board = await show();
    expect(board).toMatchObject({ from: '2026-03-09', to: '2026-03-16' });
    expect(board.rooms.map(({ id }) => id)).toEqual(unit.rooms.map(({ id }) => id));
    for (const { nights } of board.rooms) expect(nights).toHaveLength(7);
    expect(board.nights.map(({ free }) => free)).toEqual([0, 0, 4, 4, 4, 4, 4]);
  });

  it('shows a stay on its nights but not on the day of leaving, with its status', async () => {
    const [youngPersonId = ''] = await siblings(product, 1);
    const dates = { arrivesOn: '2026-03-12', departsOn: '2026-03-14', roomId: roomId(2) };
    const [stayId] = await booked({ youngPersonId, ...dates });
    const board = await show();
    expect(row(board, 2)).toBe('vvvbbvv');
    expect(board.rooms[1]?.nights[3]).toMatchObject({ on: '2026-03-12', stayId, status: 'confirmed' });
    expect(board.nights.map(({ free }) => free)).toEqual([0, 0, 4, 3, 3, 4, 4]);
  });

  it('counts an arrival after midnight for the night before', async () => {
    const [youngPersonId = ''] = await siblings(product, 1);
    const dates = { arrivesOn: '2026-03-12', departsOn: '2026-03-14', roomId: roomId(1) };
    const [stayId = ''] = await booked({ youngPersonId, ...dates });
    product.clock.at = new Date('2026-03-13T01:30:00Z');
    await product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at: '2026-03-13T01:20:00Z' });
    expect(row(await show(), 1)).toBe('vvvobvv');
  });

  it('tells closed, held and solo-blocked beds apart', async () => {
    const [one = '', two = ''] = await aCompatibleGroup(product, 2);
    const closure = { unitId: unit.id, roomId: roomId(4), fromOn: '2026-03-11', toOn: '2026-03-13' };
    const closed = await product
      .as('manager')
      .post('/api/closures')
      .send({ ...closure, kind: 'repair', reason: 'The window is broken.' });
    expect(closed.status).toBe(201);
    await booked(
      { youngPersonId: one, arrivesOn: '2026-03-11', departsOn: '2026-03-13', roomId: roomId(1) },
      { hold: true },
    );
    const alone = { youngPersonId: two, arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
    await booked({ ...alone, roomId: roomId(2), solo: true });
    const board = await show();
    expect([1, 2, 3, 4].map((number) => row(board, number))).toEqual([
      'vvhhssv',
      'vvvvbbv',
      'vvvvssv',
      'vvccssv',
    ]);
    expect(board.nights.map(({ free }) => free)).toEqual([0, 0, 2, 2, 0, 0, 4]);
  });

  it('frees the beds of a hold the moment it runs out', async () => {
    const [youngPersonId = ''] = await siblings(product, 1);
    const dates = { arrivesOn: '2026-03-16', departsOn: '2026-03-18', roomId: roomId(1) };
    await booked({ youngPersonId, ...dates }, { hold: true });
    const query = 'from=2026-03-16&to=2026-03-18';
    const before = await ask(query);
    product.clock.at = new Date('2026-03-14T11:59:59Z');
    expect(row(await show(query), 1)).toBe('hh');
    product.clock.at = new Date('2026-03-14T12:00:01Z');
    const after = await ask(query).set('If-None-Match', before.get('ETag') ?? '');
    expect([after.status, row(after.body as Board, 1)]).toEqual([200, 'vv']);
  });

  it('tells the manager of a later judgement that two booked together may not be', async () => {
    const pair = (await aCompatibleGroup(product, 2)) as [string, string];
    const dates = { arrivesOn: '2026-03-12', departsOn: '2026-03-14' };
    const stayIds = await booked(pair.map((youngPersonId) => ({ youngPersonId, ...dates })));
    expect((await assessPair(product, pair, 'not-together')).status).toBe(201);
    const board = await show();
    expect(board.nights.map(({ conflicts }) => conflicts.length)).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect(board.nights[3]?.conflicts).toEqual([{ code: 'not-together', stayIds: [...stayIds].sort() }]);
    expect((await show(undefined, 'finance')).nights[3]?.conflicts).toEqual([{ code: 'not-together' }]);
  });
});

describe('asking for the board again', () => {
  it('answers 304 until something changes or the night does', async () => {
    const first = await ask();
    const again = () => ask().set('If-None-Match', first.get('ETag') ?? '');
    expect((await again()).status).toBe(304);
    product.clock.at = new Date('2026-03-12T08:59:00Z');
    expect((await again()).status).toBe(304);
    product.clock.at = new Date('2026-03-12T09:00:00Z');
    expect((await again()).status).toBe(200);
    product.clock.at = new Date('2026-03-11T12:00:00Z');
    const [youngPersonId = ''] = await siblings(product, 1);
    await booked({ youngPersonId, arrivesOn: '2026-03-12', departsOn: '2026-03-13' });
    expect((await again()).status).toBe(200);
  });

  it('does not take the answer of somebody who may know more', async () => {
    const tag = (await ask()).get('ETag') ?? '';
    expect((await ask(undefined, 'finance').set('If-None-Match', tag)).status).toBe(200);
  });
});

describe('asking wrongly for the board', () => {
  it.each([
    ['from=2026-03-09&to=2026-03-09', '/to'],
    ['from=2026-03-09&to=2026-03-08', '/to'],
    ['from=2026-01-01&to=2027-02-06', '/to'],
    ['from=2026-02-29&to=2026-03-08', '/from'],
    ['to=2026-03-08', '/from'],
  ])('%s is answered 400 at %s', async (query, pointer) => {
    const answer = await ask(query);
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect([answer.status, errors.map((error) => error.pointer)]).toEqual([400, [pointer]]);
  });

  it('allows 400 nights', async () => {
    expect((await show('from=2026-01-01&to=2027-02-05')).nights).toHaveLength(400);
  });

  it('does not know a unit that is none', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const answer = await product.as('staff').get(`/api/board?unitId=${id}&from=2026-03-09&to=2026-03-16`);
    expect(answer.status).toBe(404);
  });

  it('is closed to CAS workers and EDT, who see only their own', async () => {
    for (const role of ['worker', 'edt'] as const) expect((await ask(undefined, role)).status).toBe(403);
    for (const role of ['manager', 'deputy', 'staff', 'service-manager', 'finance', 'auditor'] as const)
      expect((await ask(undefined, role)).status).toBe(200);
  });
});

it('reckons the contract year so far anew when what was is told otherwise', async () => {
  const [child = ''] = await siblings(product, 1);
  const contract = { startsOn: '2025-04-01', endsOn: '2026-04-01', nightsPerYear: 1440, costPencePerYear: 1 };
  await product.as('manager').post(`/api/units/${unit.id}/contracts`).send(contract);
  const nights = { arrivesOn: '2026-03-11', departsOn: '2026-03-16' };
  const booked = await book(product, unit, [{ youngPersonId: child, ...nights }]);
  const [{ id } = { id: '' }] = (booked.body as { items: { id: string }[] }).items;
  const act = (action: string, body: object) =>
    product.as('staff').post(`/api/stays/${id}/${action}`).send(body);
  await act('arrival', { at: '2026-03-11T11:00:00Z' }).expect(200);
  product.clock.at = new Date('2026-03-14T12:00:00Z');
  const soFar = async () => {
    const { text } = await product.page('manager').get(`/board?unit=${unit.id}`).expect(200);
    return /Contract year so far.*?(\d+) nights? occupied/s.exec(text)?.[1];
  };
  expect(await soFar()).toBe('3');
  const departure = { at: '2026-03-12T10:00:00Z', destination: 'home', summary: 'Left early.' };
  await act('departure', departure).expect(200);
  expect(await soFar()).toBe('1');
});
