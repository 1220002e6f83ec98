import { sendForm } from '../../support/attacks/forms';
import { knownGood } from '../../support/attacks/known-good';
import { PASSWORD, type User } from '../../support/accounts';
import {
  operationsOf,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from '../../support/fuzz/operations';
import { bodyOf, KeepAlive, type Answer } from '../../support/keep-alive';
import { aFullYear } from '../../support/need-to-know/a-full-year';
import type { Laid } from '../../support/need-to-know/laid';
import { addressesOf, routesOf } from '../../support/need-to-know/routes';
import { COOKIE } from '../../../src/accounts/session.middleware';
import { startProduct, type Product } from '../../support/product';

let product: Product;
let laid: Laid;
let operations: readonly Operation[];
const clients: KeepAlive[] = [];

beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  const document = (await product.as('manager').get('/api/openapi.json')).body as OpenApiDocument;
  operations = operationsOf(document);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await product.close();
});

/** Speaks for programs and, by its cookie, for that person's browser. */
function speaker(user: User) {
  const client = new KeepAlive(product.baseUrl);
  clients.push(client);
  const token = product.tokenOf(user);
  return (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
    client.send({
      ...{ method, path },
      headers: {
        ...(path.startsWith('/api/')
          ? { authorization: `Bearer ${token}` }
          : { cookie: `${COOKIE}=${token}` }),
        ...(path.startsWith('/api/') ? {} : { accept: 'text/html' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
}

/** Each would be headers, or another address, to whoever took it as it is; two of its letters end lines in Latin-1. */
const BREAKS = [
  'x\r\nX-Planted: yes\r\nSet-Cookie: planted=yes\r\n\r\n<planted>',
  '//planted.test/\u560d\u560aX-Planted: yes%0d%0aX-Planted: yes\nX-Planted: yes',
];

const NAMES = [
  ...[
    'unit',
    'unitId',
    'from',
    'to',
    'on',
    'search',
    'cursor',
    'limit',
    'next',
    'done',
    'status',
    'by',
    'kind',
  ],
  ...[
    'family',
    'familyId',
    'youngPerson',
    'youngPersonId',
    'youngPersonIds',
    'room',
    'roomId',
    'actor',
    'step',
  ],
];

const oneOfEach = (method: string) =>
  new Map(
    addressesOf(routesOf(product), method, laid, 'manager').map((address) => [address.template, address]),
  ).values();

function asking(path: string, names: readonly string[], text: string): string {
  return `${path}?${new URLSearchParams(names.map((name) => [name, text] as [string, string])).toString()}`;
}

/** What somebody planted in the head of an answer, and where it would lead elsewhere. */
function plantedIn({ headers }: Answer): string[] {
  const cookies = String(headers['set-cookie'] ?? '');
  const to = headers['location'];
  return [
    ...('x-planted' in headers ? ['a header'] : []),
    ...(/planted/.test(cookies) ? ['a cookie'] : []),
    ...(typeof to === 'string' && new URL(to, product.baseUrl).origin !== product.baseUrl ? [to] : []),
  ];
}

describe('what reaches a header', () => {
  it('stays one value, wherever it was sent', async () => {
    const [asManager, asNobody] = [speaker('manager'), new KeepAlive(product.baseUrl)];
    clients.push(asNobody);
    for (const { path } of oneOfEach('get'))
      for (const text of BREAKS) {
        const to = asking(path, NAMES, text);
        for (const answer of [await asManager('GET', to), await asNobody.get(to)])
          expect([to, answer.status < 500, plantedIn(answer)]).toEqual([to, true, []]);
      }
  });

  it('is never what a client says of itself', async () => {
    const ask = speaker('manager');
    const headers = {
      ...{ host: 'planted.test', 'x-forwarded-host': 'planted.test', forwarded: 'host=planted.test' },
      ...{ 'x-original-url': '/planted', 'x-rewrite-url': '/planted', 'x-http-method-override': 'DELETE' },
      ...{
        'x-request-id': 'planted',
        'if-none-match': '"planted"',
        referer: 'http://planted.test//planted.test',
      },
    };
    for (const path of ['/', '/board', '/no-such-page', '/sign-in', '/api/units', '/api/no-such-thing']) {
      const answer = await ask('GET', path, undefined, headers);
      expect([path, answer.status < 500, JSON.stringify(answer.headers)]).toEqual([
        ...[path, true],
        expect.not.stringContaining('planted'),
      ]);
      expect(answer.text).not.toContain('planted');
    }
    const traced = await ask('TRACE', '/api/units', undefined, headers);
    expect([traced.status, traced.text.includes(product.tokenOf('manager'))]).toEqual([404, false]);
  });

  it('is no row version, key or file name of somebody’s making', async () => {
    const ask = speaker('manager');
    const stay = laid.ids.stays.find(({ status }) => status === 'confirmed');
    for (const version of [
      '"1", "2"',
      '"1"\u00a0X-Planted: yes',
      '"1\'; DROP TABLE stays; --"',
      `"${'9'.repeat(400)}"`,
    ]) {
      const answer = await ask(
        'POST',
        `/api/stays/${stay?.id}/room`,
        JSON.stringify({ roomId: laid.rooms[0]?.id }),
        {
          'if-match': version,
        },
      );
      expect([version, answer.status, plantedIn(answer)]).toEqual([version, 400, []]);
    }
    for (const key of ["'; DROP TABLE stays; --", 'x\u00a0X-Planted: yes', '../../planted', '${7*7}']) {
      const answer = await ask('POST', '/api/families', '{"reference":"FR99998"}', {
        'idempotency-key': key,
      });
      expect([key, answer.status, plantedIn(answer)]).toEqual([key, 201, []]);
      expect(JSON.stringify(answer.headers)).not.toContain(key);
    }
    for (const name of [
      'a\r\nX-Planted: yes.csv',
      '../../../etc/passwd',
      'a";X-Planted="yes',
      '=cmd|calc.csv',
    ]) {
      const part = `--b\r\nContent-Disposition: form-data; name="unitId"\r\n\r\n${laid.unitId}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\nx\r\n--b--\r\n`;
      const answer = await ask('POST', '/api/imports', part, {
        'content-type': 'multipart/form-data; boundary=b',
      });
      expect([name, answer.status < 500, plantedIn(answer)]).toEqual([name, true, []]);
    }
  });
});

const ELSEWHERE = [
  ...['//planted.test', '/\\planted.test', '\\\\planted.test', '/\t/planted.test', '/\r\n/planted.test'],
  ...[
    'https://planted.test',
    'https:planted.test',
    'javascript:alert(1)',
    '@planted.test',
    '/.//planted.test',
  ],
  ...['/%09/planted.test', '/%5cplanted.test', '/%2f/planted.test'],
];

/** Everything a page leads to, sends to or loads, as a browser understands it. */
function leadsElsewhere(html: string): string[] {
  return [...html.matchAll(/\s(?:href|action|formaction|src)="([^"]*)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => !link.startsWith('data:') && new URL(link, product.baseUrl).origin !== product.baseUrl);
}

it('leads nobody elsewhere after signing in, nor from the page of a form that was kept', async () => {
  for (const next of ELSEWHERE)
    for (const kept of ['', JSON.stringify([{ name: 'reason', value: 'A rest' }])]) {
      const shown = await fetch(`${product.baseUrl}/sign-in?${new URLSearchParams({ next }).toString()}`);
      expect([next, leadsElsewhere(await shown.text())]).toEqual([next, []]);
      const answer = await sendForm(product, 'finance', '/sign-in', [
        ...([
          ['user', 'finance'],
          ['password', PASSWORD],
        ] as const),
        ...([
          ['next', next],
          ['kept', kept],
        ] as const),
      ]);
      const to = new URL(answer.headers.get('location') ?? '/', product.baseUrl);
      expect([next, to.origin, leadsElsewhere(await answer.text())]).toEqual([next, product.baseUrl, []]);
    }
});

const SQL = [
  "'; DROP TABLE stays; --",
  "' OR '1'='1",
  "x' UNION SELECT password_hash FROM accounts --",
  '1; SELECT pg_sleep(9)',
  "\\'; DELETE FROM accounts; --",
  '$1 %s {{7*7}} ${7*7} %(a)s',
];

/** A digest of every table but those that only tell of what was asked, or follow from the others. */
async function everythingKept(): Promise<Record<string, string>> {
  const tables = await product.dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND table_name !~ '^(bed_uses$|audit|sessions|idempotency|sent_forms|rate)' ORDER BY 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await product.dataSource.query<{ digest: string }[]>(
      `SELECT md5(coalesce(string_agg(each::text, '|' ORDER BY each::text), '')) AS digest FROM "${name}" AS each`,
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}

describe('what looks like SQL', () => {
  it('is only words to whatever is asked, and finds nobody', async () => {
    const ask = speaker('manager');
    const before = await everythingKept();
    const isOnlyWords = async (path: string) => {
      const { status, took } = await ask('GET', path);
      expect([path, status < 500, took < 9000]).toEqual([path, true, true]);
    };
    for (const text of SQL) {
      const apis = operations
        .filter(({ method, path }) => method === 'GET' && !path.includes('{'))
        .flatMap(({ path, parameters }) => parameters.map(({ name }) => asking(path, [name], text)));
      for (const path of apis) await isOnlyWords(path);
      const found = bodyOf(await ask('GET', asking('/api/young-people', ['search'], text)));
      expect([text, found]).toEqual([text, expect.objectContaining({ items: [] })]);
    }
    for (const { path } of oneOfEach('get')) await isOnlyWords(asking(path, NAMES, SQL.join(' ')));
    expect(await everythingKept()).toEqual(before);
  });

  it('is kept as the words it is, and takes nothing with it', async () => {
    const [ask, counts] = [speaker('manager'), await rowCounts()];
    const posts = new Map([...oneOfEach('post')].map(({ template, path }) => [template, path]));
    for (const { method, path, body } of operations) {
      const to = posts.get(path.replaceAll(/\{(\w+)\}/g, ':$1'));
      if (method !== 'POST' || !body || to === undefined || path.includes('sign-out')) continue;
      const written = withText(body, knownGood(body, laid), SQL.join(' '));
      const { status } = await ask('POST', to, JSON.stringify(written));
      expect([path, status < 500]).toEqual([path, true]);
    }
    const after = await rowCounts();
    expect(Object.entries(counts).filter(([table, count]) => (after[table] ?? -1) < count)).toEqual([]);
    expect((await ask('GET', '/api/units')).status).toBe(200);
  });
});

async function rowCounts(): Promise<Record<string, number>> {
  const tables = Object.keys(await everythingKept());
  const rows = await product.dataSource.query<{ name: string; count: number }[]>(
    tables
      .map((name) => `SELECT '${name}' AS name, count(*)::int AS count FROM "${name}"`)
      .join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** The same body with those words wherever there may be words. */
function withText(schema: Schema, value: unknown, text: string): unknown {
  const { properties, items, type, format, pattern } = schema;
  if (Array.isArray(value)) return value.map((each) => withText(items ?? {}, each, text));
  if (properties && typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, withText(properties[name] ?? {}, each, text)]),
    );
  const isFree = (type === 'string' || schema.oneOf) && !format && !pattern && !schema.enum;
  return isFree ? text.slice(0, 180) : value;
}
