import type { User } from '../../support/accounts';
import { formsIn, sendForm, type Form } from '../../support/attacks/forms';
import { knownGood } from '../../support/attacks/known-good';
import { tablesHolding } from '../../support/attacks/stored';
import { operationsOf, type OpenApiDocument, type Operation } from '../../support/fuzz/operations';
import { aFullYear } from '../../support/need-to-know/a-full-year';
import { Crawler, type Answer } from '../../support/need-to-know/crawler';
import type { Laid } from '../../support/need-to-know/laid';
import { addressesOf, routesOf } from '../../support/need-to-know/routes';
import { startProduct, type Product } from '../../support/product';

let product: Product;
let laid: Laid;
let operations: readonly Operation[];

beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  const document = (await product.as('manager').get('/api/openapi.json')).body as OpenApiDocument;
  operations = operationsOf(document).filter(({ method }) => method !== 'GET');
});
afterAll(() => product.close());

/** What nobody may set by naming it; each would be found again wherever it was kept. */
const PLANTED = '0bad0bad-0bad-4bad-8bad-0bad0bad0bad';
const EXTRAS: Readonly<Record<string, unknown>> = {
  ...{ id: PLANTED, unitId: PLANTED, familyId: PLANTED, accountId: PLANTED, actorId: PLANTED },
  ...{ role: PLANTED, status: PLANTED, isAdmin: true, permissions: [PLANTED], version: 99_999 },
  ...{ createdAt: '1999-09-09T09:09:09Z', createdBy: PLANTED, authorName: PLANTED, managerName: PLANTED },
};

const ASKED_AS: readonly User[] = ['manager', 'worker', 'edt', 'administrator'];

/** As the first of them who may. */
async function send(method: string, path: string, text: string): Promise<Answer> {
  let answer: Answer | undefined;
  for (const user of ASKED_AS) {
    const response = await fetch(`${product.baseUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${product.tokenOf(user)}`, 'Content-Type': 'application/json' },
      body: text,
    });
    answer = { path, sent: text, status: response.status, text: await response.text() };
    if (answer.status !== 403) break;
  }
  if (!answer) throw new Error('Nobody asked.');
  return answer;
}

/** Every operation that takes a body, at the address of something that is there. */
function takingJson() {
  const routes = routesOf(product);
  const paths = new Map<string, string>(
    ['post', 'put', 'patch', 'delete'].flatMap((method) =>
      addressesOf(routes, method, laid, 'manager').map(
        ({ template, path }) => [`${method.toUpperCase()} ${template}`, path] as const,
      ),
    ),
  );
  return operations.flatMap(({ method, path, body, bodyType }) => {
    const route = `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    const to = paths.get(route);
    if (to === undefined) throw new Error(`Where is ${route}?`);
    return body?.properties && bodyType === 'application/json' ? [{ method, route, to, body }] : [];
  });
}

const extrasTo = (fields: object) =>
  Object.fromEntries(Object.entries(EXTRAS).filter(([name]) => !Object.hasOwn(fields, name)));

/** Extras beside the fields of the body and of each of its parts, and where they are. */
function planted(value: unknown, at = ''): { value: unknown; pointers: string[] } {
  if (Array.isArray(value)) {
    const parts = value.map((each, index) => planted(each, `${at}/${index}`));
    return { value: parts.map((part) => part.value), pointers: parts.flatMap((part) => part.pointers) };
  }
  if (typeof value !== 'object' || value === null) return { value, pointers: [] };
  const extras = extrasTo(value);
  const parts = Object.entries(value).map(([name, each]) => [name, planted(each, `${at}/${name}`)] as const);
  return {
    value: { ...Object.fromEntries(parts.map(([name, part]) => [name, part.value])), ...extras },
    pointers: [
      ...Object.keys(extras).map((name) => `${at}/${name}`),
      ...parts.flatMap(([, part]) => part.pointers),
    ],
  };
}

function pointersOf({ text }: Answer): string[] {
  const { errors = [] } = JSON.parse(text) as { errors?: { pointer: string }[] };
  return errors.map(({ pointer }) => pointer).sort();
}

it('refuses every field it did not ask for, wherever it is, and points at each', async () => {
  const asked = takingJson();
  expect(asked.length).toBeGreaterThan(40);
  for (const { method, route, to, body } of asked) {
    const { value, pointers } = planted(knownGood(body, laid));
    const answer = await send(method, to, JSON.stringify(value));
    expect([route, answer.status, pointersOf(answer)]).toEqual([route, 400, pointers.sort()]);
  }
  expect(await tablesHolding(product, PLANTED)).toEqual([]);
});

const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const POLLUTION = INHERITED.map(
  (name) => `"${name}":{"polluted":"yes","prototype":{"polluted":"yes"}}`,
).join();

it('lets nobody reach what all objects have in common', async () => {
  for (const { method, route, to, body } of takingJson()) {
    const good = JSON.stringify(knownGood(body, laid));
    const answer = await send(method, to, `${good.slice(0, -1)}${good === '{}' ? '' : ','}${POLLUTION}}`);
    const pointers = INHERITED.map((name) => `/${name}`).sort();
    expect([route, answer.status, pointersOf(answer)]).toEqual([route, 400, pointers]);
  }
  const query =
    '__proto__[polluted]=yes&constructor[prototype][polluted]=yes&__proto__.polluted=yes&toString=x';
  for (const path of ['/api/stays', '/board', '/sign-in', '/young-people']) {
    const { status } = await fetch(`${product.baseUrl}${path}?${query}`, { redirect: 'manual' });
    expect(status).toBeLessThan(500);
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const POLLUTING = ['__proto__[polluted]', 'constructor[prototype][polluted]', '__proto__'].map(
  (name) => [name, 'yes'] as const,
);

/** One form of each kind on the pages, as somebody who may send it finds it. */
async function formsFoundBy(user: User): Promise<Form[]> {
  const addresses = addressesOf(routesOf(product), 'get', laid, user).filter(
    ({ whose, path }) => whose === 'own' && !path.startsWith('/api'),
  );
  const one = new Map(addresses.map((address) => [address.template, address])).values();
  const answers = await new Crawler(product, user).askAll([...one]);
  const forms = answers
    .flatMap(({ text, path }) => formsIn(text, path))
    .filter(({ action }) => !/^\/sign-/.test(action));
  return [...new Map(forms.map((form) => [form.action.replace(/[0-9a-f-]{36}/g, ':id'), form])).values()];
}

it('reads from a form what the page asked for, and nothing that somebody added', async () => {
  const answered: number[] = [];
  for (const user of ['manager', 'worker', 'edt'] as const)
    for (const { action, fields } of await formsFoundBy(user)) {
      const own = fields.map(
        ({ name, value, isWritten }) => [name, value || (isWritten ? 'A rest' : '')] as const,
      );
      const extras = Object.entries(extrasTo(Object.fromEntries(own)));
      const added = extras.map(([name, value]) => [name, String(value)] as const);
      const { status } = await sendForm(product, user, action, [...own, ...added]);
      answered.push(status);
      const polluted = await sendForm(product, user, action, [...own, ...POLLUTING]);
      expect([action, status < 500, polluted.status < 500]).toEqual([action, true, true]);
    }
  expect(answered.filter((status) => status === 303).length).toBeGreaterThan(5);
  expect(await tablesHolding(product, PLANTED)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
