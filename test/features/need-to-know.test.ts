import type { Role } from '../../src/platform/actor';
import { may, type RouteRule } from '../../src/platform/may';
import type { User } from '../support/accounts';
import { anotherAccount } from '../support/another-account';
import { ruledRoutesOf, type RuledRoute } from '../support/matrix/ruled-routes';
import { aFullYear } from '../support/need-to-know/a-full-year';
import { mixedAsks, ownAsks, pageQueries, queriesOf, type OpenApi } from '../support/need-to-know/asks';
import { Crawler, type Answer, type Ask } from '../support/need-to-know/crawler';
import { makeKnown } from '../support/need-to-know/known-to-units';
import type { Laid } from '../support/need-to-know/laid';
import { addressesOf, routesOf, type Address, type Route } from '../support/need-to-know/routes';
import { Secrets } from '../support/need-to-know/secrets';
import { startProduct, type Product } from '../support/product';

let product: Product;
let laid: Laid;
let secrets: Secrets;
let routes: readonly Route[];
let ruled: readonly RuledRoute[];
let openApi: OpenApi;

beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  secrets = new Secrets(laid);
  routes = routesOf(product);
  ruled = ruledRoutesOf(product);
  openApi = (await product.as('manager').get('/api/openapi.json')).body as OpenApi;
});
afterAll(() => product.close());

const sentTo = ({ path }: Address): Ask => ({ path, method: 'POST', body: {} });

/** Every address but those that are closed to this role whatever they are about: the test of the matrix tries each. */
function openTo(user: User, method: 'get' | 'post'): Address[] {
  const role = roleOf(user);
  const closed = new Set(
    ruled
      .filter((route) => route.method === method && isClosed(route.rule, role))
      .map((route) => route.template),
  );
  return addressesOf(routes, method, laid, user).filter(({ route }) => !closed.has(route));
}

function isClosed(rule: RouteRule, role: Role): boolean {
  return rule !== undefined && rule !== 'anyone' && rule !== 'signed-in' && !may(role, rule);
}

const roleOf = (user: User) => user.replace(/-2$/, '') as Role;

/** Every address there is, with own and others' ids and questions, and all that the pages lead to. */
async function everything(
  user: User,
  crawler = new Crawler(product, user),
): Promise<{ addresses: Address[]; answers: Answer[] }> {
  const addresses = openTo(user, 'get');
  const answers = await crawler.crawl(addresses.map(({ path }) => path));
  const open = new Set(answers.filter(({ status }) => status !== 403).map(({ path }) => path));
  const pages = addresses.filter(({ template }) => !/:|^.(api|health|metrics|sign-in|$)/.test(template));
  const asking = pages.map(({ path }) => path).filter((path) => open.has(path));
  const lists = new Set(addresses.map(({ template }) => template));
  const questions = queriesOf(openApi, laid, user).filter((path) => lists.has(path.replace(/\?.*/, '')));
  questions.push(...pageQueries(asking, laid, user));
  return { addresses, answers: [...answers, ...(await crawler.crawl(questions))] };
}

/** A bed may be claimed for any child, wherever they are known. */
const FOR_ANY_CHILD = /^(\/api)?\/(emergency-claims|tonight)/;

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What was said in the question is no news in the answer. */
function news({ path, sent, text }: Answer): string {
  const { searchParams } = new URL(path, product.baseUrl);
  const words = ['search', 'q'].flatMap((name) => searchParams.get(name) || []);
  const asked = [...(`${path} ${sent}`.match(ID) ?? []), ...words];
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

/** Addresses about something of one's own that only ever said no: the hunt would look at nothing there. */
function neverReached(addresses: readonly Address[], answers: readonly Answer[]): string[] {
  const status = new Map(answers.map((answer) => [answer.path, answer.status]));
  const own = addresses.filter(({ template, whose }) => template.includes(':') && whose === 'own');
  const reached = own.filter(({ path }) => [200, 303, 403].includes(status.get(path) ?? 0));
  const routesReached = new Set(reached.map(({ route }) => route));
  return [...new Set(own.map(({ route }) => route))].filter((route) => !routesReached.has(route));
}

const namesRead = (answers: readonly Answer[]) =>
  new Set(answers.flatMap(({ text }) => secrets.namesIn(text)));

describe('a CAS worker', () => {
  const user = 'worker';

  it.each(['worker', 'worker-2'] as const)('reads of their own caseload alone: %s', async (user) => {
    const { addresses, answers } = await everything(user);
    const own = laid.people.filter(({ keyWorker }) => keyWorker === user);
    expect(firstLeaks(user, answers)).toEqual([]);
    expect(brokenIn(answers)).toEqual([]);
    const read = namesRead(answers);
    expect(own.filter(({ givenName }) => read.has(givenName)).length).toBeGreaterThan(80);
    expect(neverReached(addresses, answers)).toEqual([]);
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
    const addresses = openTo(user, 'post').filter(({ whose }) => whose !== 'own');
    const answers = await crawler.askAll(addresses.map(sentTo));
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
      if (whose === 'strange' && one?.status !== 403)
        expect([path, one && said(one)]).toEqual([path, other && said(other)]);
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
    const offered = laid.ids.requests.find(
      ({ status, keyWorker }) => status === 'offered' && keyWorker === user,
    );
    const [late] = await crawler.askAll([
      { path: `/api/requests/${offered?.id}/acceptance`, method: 'POST', body: {} },
    ]);
    expect([late?.status, late && leaksIn(user, [late])]).toEqual([409, []]);
    expect(late?.text).toContain('another young person’s stay');
  });
});

describe.each(['edt', 'service-manager', 'finance', 'auditor', 'visitor', 'administrator'] as const)(
  '%s',
  (user) => {
    it('reads of nobody', async () => {
      const { answers } = await everything(user);
      const crawler = new Crawler(product, user);
      const sent = openTo(user, 'post').filter(({ path }) => !path.includes('sign-'));
      const refused = await crawler.askAll([...sent.map(sentTo), ...ownAsks(laid, 'worker')]);
      expect(firstLeaks(user, [...answers, ...refused])).toEqual([]);
      expect(brokenIn([...answers, ...refused])).toEqual([]);
      expect(answers.some(({ status }) => status === 200)).toBe(true);
    });
  },
);

it('tells the manager of another unit of nobody', async () => {
  await makeKnown(product, laid.unitId);
  const account = { username: 'elsewhere', role: 'manager', unitIds: [laid.otherUnitId] } as const;
  const crawler = new Crawler(product, await anotherAccount(product, account));
  const { addresses, answers } = await everything('manager', crawler);
  const sent = openTo('manager', 'post').filter(({ path }) => !path.includes('sign-'));
  const refused = await crawler.askAll([...sent.map(sentTo), ...ownAsks(laid, 'worker')]);
  const told = [...answers, ...refused].filter(({ path }) => !FOR_ANY_CHILD.test(path));
  // Numbers from 11 to 17 are not ages alone: here only what nobody else could be counts.
  expect(firstLeaks('edt', told).filter(({ kind }) => kind !== 'age')).toEqual([]);
  expect(brokenIn([...answers, ...refused])).toEqual([]);
  const status = new Map(answers.map((answer) => [answer.path, answer.status]));
  const board = addresses.filter(({ template }) => template === '/board');
  expect(board.map(({ path }) => status.get(path))).toEqual([200]);
});

it('tells whoever has not signed in of nobody', async () => {
  const crawler = new Crawler(product, undefined);
  const paths = addressesOf(routes, 'get', laid, 'manager').map(({ path }) => path);
  const answers = await crawler.askAll(paths.map((path) => ({ path })));
  expect(firstLeaks('edt', answers)).toEqual([]);
  const open = answers.filter(({ status }) => status === 200).map(({ path }) => path);
  expect(
    open.filter(
      (path) =>
        !/^\/(api\/(docs|openapi)|health|metrics|sign-in|cookies|accessibility|robots\.txt)/.test(path),
    ),
  ).toEqual([]);
});

describe('the hunt itself', () => {
  it('finds the names where they are, and everything else that singles somebody out', async () => {
    const addresses = addressesOf(routes, 'get', laid, 'manager').map(({ path }) => path);
    const paths = [...addresses, ...queriesOf(openApi, laid, 'manager')];
    const answers = await new Crawler(product, 'manager').askAll(paths.map((path) => ({ path })));
    expect(brokenIn(answers)).toEqual([]);
    expect(namesRead(answers).size).toBeGreaterThan(300);
    expect(leaksIn('finance', answers).length).toBeGreaterThan(300);
    const kinds = leaksIn('worker', answers).map(({ kind }) => kind);
    const words = ['name', 'case reference', 'family reference', 'date of birth', 'initials', 'room', 'age'];
    expect(kinds).toEqual(expect.arrayContaining([...words, ...Object.keys(laid.ids)]));
  });

  it.each(['deputy', 'staff'] as const)('reads the names as the unit’s staff do: %s', async (user) => {
    const lists = ['/young-people', '/board', `/families`, '/api/young-people?limit=200'];
    const answers = await new Crawler(product, user).askAll(lists.map((path) => ({ path })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(namesRead(answers).size).toBe(400);
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
