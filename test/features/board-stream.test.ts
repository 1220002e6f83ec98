import { get, type IncomingMessage } from 'node:http';
import { aUnit, siblings, book, type AUnit } from '../support/diary';
import { Ground } from '../support/ground';
import { startProduct, type Product } from '../support/product';
import { startProcesses } from '../support/two-processes';

/** As a browser's EventSource asks; @returns what gives the next event, and what closes the stream. */
async function listen(address: string, path: string, headers: Readonly<Record<string, string>>) {
  const heard: string[] = [];
  let wake: () => void = () => undefined;
  const asked = { 'Accept-Encoding': 'gzip, deflate, br', 'Sec-Fetch-Site': 'same-origin', ...headers };
  const request = get(`${address}${path}`, { headers: asked });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  response.on('data', (part: Buffer) => {
    heard.push(...[...part.toString().matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data));
    wake();
  });
  response.on('error', () => undefined);
  const next = async (): Promise<string> => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return heard.shift() ?? '';
  };
  return { status: response.statusCode, next, close: () => request.destroy() };
}

const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

describe('an open board', () => {
  let product: Product;
  let unit: AUnit;
  let child: string;

  beforeAll(async () => {
    product = await startProduct();
    unit = await aUnit(product);
    [child = ''] = await siblings(product, 1);
  });
  afterAll(() => product.close());

  const live = (stamp = '') =>
    product.page('finance').get(`/board/live?unit=${unit.id}`).set('If-None-Match', stamp);
  const changes = () => `/api/events?unitId=${unit.id}`;

  it('is told how things are, and again when the diary is another', async () => {
    const stream = await listen(product.baseUrl, changes(), product.headersOf('staff'));
    const before = JSON.parse(await stream.next()) as { unitId: string; revision: string };
    const { headers } = await product
      .as('staff')
      .get(`/api/board?unitId=${unit.id}&from=2026-03-13&to=2026-03-15`);
    expect(before).toEqual({ unitId: unit.id, revision: String(headers['etag']).replaceAll('"', '') });
    expect((await book(product, unit, [{ youngPersonId: child, ...weekend }])).status).toBe(201);
    const after = JSON.parse(await stream.next()) as typeof before;
    expect([after.unitId, after.revision === before.revision]).toEqual([unit.id, false]);
    stream.close();
  });

  it('asks for itself and is told when nothing has changed', async () => {
    const first = await live();
    expect(first.status).toBe(200);
    expect(first.text).toContain('Room 1, the nights of Fri 13');
    expect(first.text).not.toContain('<html');
    const tag = String(first.headers['etag']);
    expect((await live(tag)).status).toBe(304);
    await product
      .as('manager')
      .post('/api/closures')
      .send({ unitId: unit.id, fromOn: '2026-05-01', toOn: '2026-05-02', kind: 'repair', reason: 'A' })
      .expect(201);
    const second = await live(tag);
    expect([second.status, second.headers['etag'] === tag]).toEqual([200, false]);
  });

  it('does not put off the end of anybody’s session', async () => {
    const used = `SELECT max(last_used_at)::text AS at FROM sessions JOIN accounts ON accounts.id = account_id
      WHERE username = 'finance'`;
    const before = await product.dataSource.query<{ at: string }[]>(used);
    product.clock.at = new Date('2126-03-11T12:05:00Z');
    await live();
    expect(await product.dataSource.query(used)).toEqual(before);
    product.clock.at = new Date('2026-03-11T12:00:00Z');
  });

  it('is for those who may look at the board, of units there are', async () => {
    for (const user of ['worker', 'edt', 'administrator'] as const)
      for (const path of [changes(), `/board/live?unit=${unit.id}`])
        expect([user, path, (await product.page(user).get(path)).status]).toEqual([user, path, 403]);
    const nowhere = '/api/events?unitId=00000000-0000-4000-8000-000000000000';
    expect((await product.page('staff').get(nowhere)).status).toBe(404);
    expect((await product.page('staff').get('/board/live?unit=here')).status).toBe(404);
  });

  it('can be open fifty times by one person, and not once more', async () => {
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => listen(product.baseUrl, changes(), product.headersOf('deputy'))),
    );
    expect(streams.map(({ status }) => status)).toEqual(Array(50).fill(200));
    const once = await listen(product.baseUrl, changes(), product.headersOf('deputy'));
    expect(once.status).toBe(429);
    for (const { close } of [...streams, once]) close();
  });
});

it('is told what another process of the product changed', async () => {
  const processes = await startProcesses({ count: 2 });
  try {
    const ground = new Ground(processes.sql);
    const unit = await ground.unit();
    const [one, other] = await processes.clientsOf('manager');
    const headers = { Authorization: `Bearer ${one?.token}` };
    const stream = await listen(processes.addresses[0] ?? '', `/api/events?unitId=${unit.id}`, headers);
    const before = await stream.next();
    const closure = {
      unitId: unit.id,
      fromOn: '2031-05-01',
      toOn: '2031-05-02',
      kind: 'repair',
      reason: 'A',
    };
    expect((await other?.post('/api/closures', closure))?.status).toBe(201);
    expect(await stream.next()).not.toBe(before);
    stream.close();
  } finally {
    await processes.stop();
  }
});
