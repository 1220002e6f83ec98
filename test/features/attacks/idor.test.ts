import { operationsOf, type OpenApiDocument, type Operation } from '../../support/fuzz/operations';
import { knownGood } from '../../support/attacks/known-good';
import type { User } from '../../support/accounts';
import { aFullYear } from '../../support/need-to-know/a-full-year';
import { Crawler, type Answer, type Ask } from '../../support/need-to-know/crawler';
import type { Laid, Thing } from '../../support/need-to-know/laid';
import { routesOf, type Route } from '../../support/need-to-know/routes';
import { Secrets } from '../../support/need-to-know/secrets';
import { startProduct, type Product } from '../../support/product';

let product: Product;
let laid: Laid;
let secrets: Secrets;
let routes: readonly Route[];
let operations: readonly Operation[];

beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  secrets = new Secrets(laid);
  routes = routesOf(product);
  operations = operationsOf((await product.as('manager').get('/api/openapi.json')).body as OpenApiDocument);
});
afterAll(() => product.close());

/** One thing of every kind there is, all of the other worker's families, and the other unit's. */
function strangers(reader: User): string[] {
  const theirs = reader === 'worker' ? 'worker-2' : 'worker';
  const one = (things: readonly Thing[]) => things.find(({ keyWorker }) => keyWorker === theirs)?.id ?? [];
  const person = laid.people.find(({ keyWorker }) => keyWorker === theirs);
  return [...Object.values(laid.ids).flatMap(one), laid.otherUnitId, person?.id ?? ''].filter(Boolean);
}

/** Every address with an id in it, to be filled with every kind of id: also those it was never meant to take. */
const withIds = (method: string) =>
  routes
    .filter(
      (route) =>
        route.method === method && /:\w*[iI]d\b/.test(route.template) && !/sign-/.test(route.template),
    )
    .map(({ template }) => template.replace(':action', 'cancellation'));

const filled = (template: string, id: string) =>
  template.replaceAll(/:\w*[iI]d\b/g, id).replace(/:\w+/g, '2026-03-09');

/** Asked with every id, but for what is closed to this role whatever it is about. */
async function askEverywhere(
  crawler: Crawler,
  asking: readonly ((id: string) => Ask)[],
  ids: readonly string[],
) {
  const first = await crawler.askAll(asking.map((ask) => ask(ids[0] ?? '')));
  const open = asking.filter((_, index) => first[index]?.status !== 403);
  return [...first, ...(await crawler.askAll(open.flatMap((ask) => ids.slice(1).map(ask))))];
}

/** The same ids in every question of the API and in every body. */
function questions(): ((id: string) => Ask)[] {
  return operations.flatMap(({ method, path, parameters, body }) => {
    const about = (id: string) => path.replaceAll(/\{\w+\}/g, id);
    if (method === 'GET') {
      const named = parameters.filter(
        ({ in: where, name }) => where === 'query' && /Ids?$|^actor$/.test(name),
      );
      return named.map(({ name }) => (id: string): Ask => ({ path: `${about(id)}?${name}=${id}` }));
    }
    if (method !== 'POST' || !body || /sign-|imports/.test(path)) return [];
    const good = knownGood(body, laid);
    return [(id: string): Ask => ({ path: about(id), method, body: ofOne(good, id) as object })];
  });
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** Every id of the body is that one: of the wrong kind more often than not. */
function ofOne(body: unknown, id: string): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll(ID, id));
}

/** What an answer says that was not in the question. */
function toldBy(reader: User, { path, sent, text, status }: Answer): string[] {
  const asked = new Set(`${path} ${sent}`.match(ID) ?? []);
  const news = [...asked].reduce((left, id) => left.replaceAll(id, '…'), text);
  return secrets
    .leaksTo(reader, news, /^(\/api)?\/units/.test(path))
    .map(({ kind, said }) => `${status} ${path.replace(ID, ':id')} tells a ${kind}: ${said}`);
}

/** Questions are costly to answer, and who has no families at all sees each kind alike: a few of them. */
const fewOf = (ids: readonly string[]) => ids.filter((_, index) => index % 6 === 0);

const STRANGERS_TO_ALL = ['worker', 'edt', 'finance', 'auditor', 'administrator'] as const;

it.each(STRANGERS_TO_ALL)(
  'tells %s nothing of another’s child, whatever id is put wherever',
  async (user) => {
    const ids = strangers(user);
    expect(ids.length).toBeGreaterThan(12);
    const looks = withIds('get').map((template) => (id: string): Ask => ({ path: filled(template, id) }));
    const crawler = new Crawler(product, user);
    const looked = await askEverywhere(crawler, looks, user === 'worker' ? ids : fewOf(ids));
    const answers = [...looked, ...(await askEverywhere(crawler, questions(), fewOf(ids)))];
    expect(answers.filter(({ status }) => status >= 500).map(({ path, status }) => [path, status])).toEqual(
      [],
    );
    expect([...new Set(answers.flatMap((answer) => toldBy(user, answer)))].slice(0, 10)).toEqual([]);
  },
);

it('takes no order from a CAS worker about another’s child, and changes nothing of it', async () => {
  const before = await childrenOf('worker-2');
  const orders = withIds('post').map((template) => (id: string): Ask => ({
    path: filled(template, id),
    method: 'POST',
    body: { reason: 'A rest', on: '2026-03-11' },
  }));
  const answers = await askEverywhere(new Crawler(product, 'worker'), orders, strangers('worker'));
  const done = answers.filter(({ status, path }) => status < 300 && path.startsWith('/api'));
  expect(done.map(({ path }) => path)).toEqual([]);
  expect(answers.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
  expect(await childrenOf('worker-2')).toEqual(before);
});

/** Everything that hangs on a young person of that worker's, as it stands. */
async function childrenOf(keyWorker: string): Promise<Record<string, string>> {
  const ids = laid.people.filter((person) => person.keyWorker === keyWorker).map(({ id }) => id);
  const tables = await product.dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'young_person_id' AND table_name !~ '^audit' ORDER BY 1`,
  );
  const kept: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await product.dataSource.query<{ digest: string }[]>(
      `SELECT md5(coalesce(string_agg(each::text, '|' ORDER BY each::text), '')) AS digest
       FROM "${name}" AS each WHERE young_person_id = ANY ($1)`,
      [ids],
    );
    kept[name] = row?.digest ?? '';
  }
  return kept;
}
