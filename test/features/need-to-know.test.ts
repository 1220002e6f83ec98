import type { User } from '../support/accounts';
import { aFullYear } from '../support/need-to-know/a-full-year';
import { mixedAsks, ownAsks, pageQueries, queriesOf, type OpenApi } from '../support/need-to-know/asks';
import { Crawler, type Answer, type Ask } from '../support/need-to-know/crawler';
import type { Laid } from '../support/need-to-know/laid';
import { addressesOf, routesOf, type Address, type Route } from '../support/need-to-know/routes';
import { Secrets } from '../support/need-to-know/secrets';
import { startProduct, type Product } from '../support/product';

let product: Product;
let laid: Laid;
let secrets: Secrets;
let routes: readonly Route[];
let openApi: OpenApi;

beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  secrets = new Secrets(laid);
  routes = routesOf(product);
  openApi = (await product.as('manager').get('/api/openapi.json')).body as OpenApi;
});
afterAll(() => product.close());

/** Every address there is, with own and others' ids and questions, and all that the pages lead to. */
async function everything(user: User): Promise<{ addresses: Address[]; answers: Answer[] }> {
  const addresses = addressesOf(routes, 'get', laid, user);
  const plain = addresses.filter(({ template }) => !template.includes(':')).map(({ path }) => path);
  const paths = addresses.map(({ path }) => path);
  const asked = [...paths, ...queriesOf(openApi, laid, user), ...pageQueries(plain, laid, user)];
  return { addresses, answers: await new Crawler(product, user).crawl(asked) };
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What was said in the question is no news in the answer. */
function news({ path, text }: Answer): string {
  const search = new URL(path, product.baseUrl).searchParams.get('search');
  const asked = [...(path.match(ID) ?? []), ...(search ? [search] : [])];
  return asked.reduce((left, word) => left.replaceAll(word, '…'), text);
}

function leaksIn(user: User, answers: readonly Answer[]) {
  return answers.flatMap((answer) => {
    const leaks = secrets.leaksTo(user, news(answer), /^(\/api)?\/units/.test(answer.path));
    return leaks.map(({ kind, said }) => ({ kind, said, at: `${answer.status} ${answer.path}` }));
  });
}

/** The first of each kind, at each address but for its ids. */
function firstLeaks(user: User, answers: readonly Answer[]) {
  const alike = leaksIn(user, answers).map(
    (leak) => [`${leak.kind} ${leak.at.replace(ID, ':id')}`, leak] as const,
  );
  return [...new Map(alike.reverse()).values()];
}

const brokenIn = (answers: readonly Answer[]) =>
  answers.filter(({ status }) => status >= 500).map(({ path, status }) => [path, status]);

/** An answer but for ids, which differ from one asking to the next. */
const said = ({ status, text }: Answer) => `${status} ${text.replace(ID, '…')}`;

const namesRead = (answers: readonly Answer[]) =>
  new Set(answers.flatMap(({ text }) => secrets.namesIn(text)));

describe.each(['worker', 'worker-2'] as const)('%s', (user) => {
  const own = () =>
    laid.people.filter(({ keyWorker }) => keyWorker === user).map(({ givenName }) => givenName);

  it('reads of their own caseload everywhere, and of nobody else anywhere', async () => {
    const { addresses, answers } = await everything(user);
    expect(firstLeaks(user, answers)).toEqual([]);
    expect(brokenIn(answers)).toEqual([]);
    const read = namesRead(answers);
    expect(own().filter((name) => read.has(name)).length).toBeGreaterThan(80);
    const answer = new Map(answers.map((each) => [each.path, each]));
    const unknown = new Map(
      addresses.filter(({ whose }) => whose === 'unknown').map((each) => [each.template, each]),
    );
    for (const { template, path, whose } of addresses) {
      if (whose !== 'strange') continue;
      const [strange, nobody] = [answer.get(path), answer.get(unknown.get(template)?.path ?? '')];
      expect([path, strange && said(strange)]).toEqual([path, nobody && said(nobody)]);
    }
  });

  it('sends what is another’s and hears what would be said of nobody’s', async () => {
    const crawler = new Crawler(product, user);
    const addresses = addressesOf(routes, 'post', laid, user).filter(({ whose }) => whose !== 'own');
    const asks = addresses.map(({ path }): Ask => ({ path, method: 'POST', body: {} }));
    const answers = await crawler.askAll(asks);
    const strange = await crawler.askAll(mixedAsks(laid, user, 'strange'));
    const nobody = await crawler.askAll(mixedAsks(laid, user, 'unknown'));
    expect(firstLeaks(user, [...answers, ...strange, ...nobody])).toEqual([]);
    expect(brokenIn([...answers, ...strange, ...nobody])).toEqual([]);
    expect(strange.map((each) => [each.path, said(each)])).toEqual(
      nobody.map((each) => [each.path, said(each)]),
    );
    const unknown = new Map(
      addresses.map(({ template, whose }, index) => [`${template} ${whose}`, answers[index]]),
    );
    for (const [index, { template, path, whose }] of addresses.entries()) {
      const [one, other] = [answers[index], unknown.get(`${template} unknown`)];
      if (whose === 'strange') expect([path, one && said(one)]).toEqual([path, other && said(other)]);
    }
  });

  it('hears why their own cannot come, and not because of whom', async () => {
    const crawler = new Crawler(product, user);
    const stale = addressesOf(routes, 'post', laid, user).filter(({ template }) =>
      /^\/api\/.*:id\//.test(template),
    );
    const headers = { 'If-Match': '"999"' };
    const asks = stale.map(({ path }): Ask => ({ path, method: 'POST', body: { reason: 'No.' }, headers }));
    const answers = [...(await crawler.askAll(ownAsks(laid, user))), ...(await crawler.askAll(asks))];
    expect(firstLeaks(user, answers)).toEqual([]);
    expect(brokenIn(answers)).toEqual([]);
    const text = answers.map((answer) => answer.text).join();
    for (const code of ['not-together', 'controls', 'not-assessed', 'solo-in-place', 'solo-needs-unit'])
      expect([code, text.includes(`"${code}"`)]).toEqual([code, true]);
    expect(answers.some(({ status }) => status === 412)).toBe(true);
  });
});

describe.each(['edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const)('%s', (user) => {
  it('reads of nobody', async () => {
    const { answers } = await everything(user);
    const crawler = new Crawler(product, user);
    const sent = addressesOf(routes, 'post', laid, user)
      .filter(({ path }) => !path.includes('sign-'))
      .map(({ path }): Ask => ({ path, method: 'POST', body: {} }));
    const refused = await crawler.askAll([...sent, ...ownAsks(laid, 'worker')]);
    expect(firstLeaks(user, [...answers, ...refused])).toEqual([]);
    expect(brokenIn([...answers, ...refused])).toEqual([]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
  });
});

describe('the hunt itself', () => {
  it.each(['manager', 'deputy', 'staff'] as const)('finds the names where they are: %s', async (user) => {
    const { answers } = await everything(user);
    expect(brokenIn(answers)).toEqual([]);
    expect(namesRead(answers).size).toBeGreaterThan(300);
    expect(leaksIn('finance', answers).length).toBeGreaterThan(300);
    expect(leaksIn('worker', answers).length).toBeGreaterThan(100);
    const kinds = new Set(leaksIn('worker', answers).map(({ kind }) => kind));
    const told: string[] = [
      'name',
      'case reference',
      'family reference',
      'date of birth',
      'initials',
      'room',
      'age',
    ];
    expect(told.filter((kind) => !kinds.has(kind as never))).toEqual([]);
  });

  it('finds a name somebody let slip', async () => {
    const stranger = laid.people.find(({ keyWorker }) => keyWorker === 'worker-2');
    const request = laid.ids.requests.find(({ keyWorker }) => keyWorker === 'worker');
    const reason = `Not with ${stranger?.givenName}`;
    await product.dataSource.query('UPDATE requests SET reason = $2 WHERE id = $1', [request?.id, reason]);
    const [leak] = leaksIn(
      'worker',
      await new Crawler(product, 'worker').crawl([`/api/requests/${request?.id}`]),
    );
    expect(leak).toMatchObject({ kind: 'name', said: stranger?.givenName });
  });
});
