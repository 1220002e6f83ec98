import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { bodyOf, KeepAlive } from '../../support/keep-alive';
import { startProduct, type Product } from '../../support/product';

let product: Product;
let client: KeepAlive;
beforeAll(async () => {
  product = await startProduct();
  client = new KeepAlive(product.baseUrl, product.tokenOf('manager'));
});
afterAll(async () => {
  client.close();
  await product.close();
});

interface Bomb {
  readonly path: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
  readonly status: number;
}

/** Long enough for the busiest machine; what a bomb is meant to take is minutes, or the process. */
const AT_ONCE = 30_000;

/** Nobody is answered more than they could have sent. */
const LONGEST_ANSWER = 200_000;

const KB = 1024;
const many = (count: number, each: (index: number) => string, between = ','): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(between);
const json = (body: string | Buffer, status = 400): Bomb => ({ path: '/api/families', body, status });
const packed = (encoding: string, body: Buffer, status: number): Bomb => ({
  ...json(body, status),
  headers: { 'content-encoding': encoding },
});
const form = (body: string, status: number): Bomb => ({
  ...{ path: '/api/families', body, status, type: 'application/x-www-form-urlencoded' },
});
const upload = (parts: readonly string[], status = 400): Bomb => ({
  ...{ path: '/api/imports', status, type: 'multipart/form-data; boundary=b' },
  body: `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`,
});
const field = (name: string, value: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
const file = (content: string) =>
  `Content-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${content}`;
const get = (path: string, status: number, headers: Bomb['headers'] = {}): Bomb => ({
  path,
  status,
  headers,
});

const BOMBS: Readonly<Record<string, Bomb>> = {
  'lists within lists': json(`{"reference":${'['.repeat(400 * KB)}${']'.repeat(400 * KB)}}`),
  'objects within objects': json(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  'lists never closed': json('['.repeat(1000 * KB)),
  'fields without number': json(`{${many(40_000, (index) => `"field${index}":1`)}}`),
  'one field again and again': json(`{${many(45_000, () => '"reference":["x"]')}}`),
  'a crowd of mistakes': json(`{${many(15_000, (index) => `"field${index}":1`)}}`),
  'a list without end': json(`{"reference":[${many(400_000, () => '1')}]}`),
  'numbers beyond numbers': json(
    `{"reference":1e999999,"a":${'9'.repeat(500_000)},"b":-0.${'0'.repeat(400_000)}1}`,
  ),
  'a text of a megabyte': json(`{"reference":"${'x'.repeat(1000 * KB)}"}`),
  'letters that combine': json(`{"reference":"${'e\u0301\u0323'.repeat(100_000)}"}`),
  'more than a megabyte': json(`{"reference":"${'x'.repeat(1100 * KB)}"}`, 413),
  'a hundred megabytes packed small': packed('gzip', gzipSync(Buffer.alloc(100 * KB * KB, 0x20)), 413),
  'packed, and not what it says': packed('gzip', Buffer.from('{"reference":"A"}'), 400),
  'packed in an unknown way': packed('zstd', Buffer.from('{}'), 415),
  'a form nested without end': form(`reference${'[a]'.repeat(20_000)}=1`, 400),
  'a form of very many fields': form(
    many(90_000, (index) => `f${index}=1`, '&'),
    413,
  ),
  'a form with a far place in a list': form('reference[999999999]=1&reference[0]=2', 400),
  'an upload of very many parts': upload(Array.from({ length: 5000 }, (_, index) => field(`f${index}`, 'x'))),
  'an upload with a field of megabytes': upload([field('unitId', 'x'.repeat(3000 * KB))]),
  'an upload of two files': upload([file('a'), file('b')]),
  'an upload never ended': { ...upload([]), body: `--b\r\n${file('a')}` },
  'an upload with a heading of megabytes': upload([`X-Long: ${'x'.repeat(2000 * KB)}\r\n\r\nx`]),
  'a very long address': get(`/api/units?${'x'.repeat(200 * KB)}`, 431),
  'very many headers': get('/api/units', 431, { 'x-many': Array.from({ length: 4000 }, () => 'x') }),
  'very many questions': get(`/api/stays?${many(7000, () => 'a', '&')}`, 400),
  'one question very often': get(`/api/stays?${many(900, () => 'unitId=x', '&')}`, 400),
};

it.each(Object.entries(BOMBS))('answers %s at once, with what is wrong', async (_name, bomb) => {
  const { path, type = 'application/json', headers = {}, body, status } = bomb;
  const answer = await client.send({
    method: body === undefined ? 'GET' : 'POST',
    path,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
  const problem = bodyOf(answer) as Record<string, unknown>;
  const said = [problem['status'], typeof problem['title'], typeof problem['detail']];
  expect(said).toEqual([status, 'string', 'string']);
  expect(answer.took).toBeLessThan(AT_ONCE);
  expect(answer.text.length).toBeLessThan(LONGEST_ANSWER);
});

it('takes a sheet with enormous cells for a sheet with mistakes', async () => {
  const unit = { name: 'A', places: 1, ageRange: { from: 8, to: 17 }, rooms: [{ number: 1, name: 'A' }] };
  const { id } = (await product.as('manager').post('/api/units').send(unit).expect(201)).body as {
    id: string;
  };
  const cells = `"${'x'.repeat(400 * KB)}",`.repeat(3);
  const sheets = [cells, `a${','.repeat(100_000)}\n`, `"${'""'.repeat(100_000)}`];
  for (const sheet of sheets) {
    const { path, type = '', body = '' } = upload([field('unitId', id), file(sheet)]);
    const answer = await client.send({ method: 'POST', path, headers: { 'content-type': type }, body });
    expect([answer.status, answer.took < AT_ONCE]).toEqual([202, true]);
    const told = await resultOf((bodyOf(answer) as { id: string }).id);
    expect(told.status).toBe('refused');
    expect(JSON.stringify(told.errors).length).toBeLessThan(LONGEST_ANSWER);
  }
});

async function resultOf(id: string): Promise<{ status: string; errors: unknown[] }> {
  for (;;) {
    const told = bodyOf(await client.get(`/api/imports/${id}`)) as { status: string; errors: unknown[] };
    if (told.status !== 'running') return told;
    await setTimeout(50);
  }
}

it('lets no header that is read keep it busy', async () => {
  const long = (text: string) => text.repeat(Math.floor((12 * KB) / text.length));
  const headers = {
    ...{
      accept: long('text/*;q=0.1,'),
      'accept-language': long('en;q=0.1,'),
      range: `bytes=${long('0-,')}0-`,
    },
    ...{ cookie: long('; ') },
  };
  for (const [name, value] of Object.entries(headers))
    for (const path of ['/api/units', '/sign-in', '/assets/short-breaks.js']) {
      const { status, took } = await client.send({ method: 'GET', path, headers: { [name]: value } });
      expect([name, path, status < 500, took < AT_ONCE]).toEqual([name, path, true, true]);
    }
});

it('is still there for everybody else afterwards', async () => {
  expect((await client.get('/health/ready')).status).toBe(200);
  expect((await client.get('/api/units')).status).toBe(200);
});
