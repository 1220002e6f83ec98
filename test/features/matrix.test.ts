import { ROLES, type Role } from '../../src/platform/actor';
import { nounOf } from '../../src/platform/about/about';
import { MATRIX, type MatrixRule } from '../../src/platform/matrix';
import { anotherAccount } from '../support/another-account';
import { ruledRoutesOf, type RuledRoute } from '../support/matrix/ruled-routes';
import { twoWorlds, type TwoWorlds } from '../support/matrix/two-worlds';
import { routesOf } from '../support/need-to-know/routes';
import { startProduct, type Product } from '../support/product';
import { textOf } from '../support/text-of';

/** The description of the API is served by its library, to anybody. */
const DESCRIPTION = /^\/api\/(docs|openapi)/;

/** What anybody may do whose session it is, a browser's. */
const OWN_SESSION = /^\/sign-(in|out)|^\/api\/sign-in|^\/session/;

const AT_ONCE = 8;

let product: Product;
let worlds: TwoWorlds;
let routes: readonly RuledRoute[];
const tokens = new Map<Role, string>();

beforeAll(async () => {
  product = await startProduct();
  worlds = await twoWorlds(product);
  routes = ruledRoutesOf(product);
  for (const role of ROLES) {
    if (role === 'worker' || role === 'visitor') continue;
    const account = { username: `${role}-here`, role, unitIds: [worlds.here['units'] ?? ''] };
    tokens.set(role, (await anotherAccount(product, account)).token);
  }
  await product.dataSource.query(
    `UPDATE accounts SET unit_ids = ARRAY[$1::uuid] WHERE username = 'visitor'`,
    [worlds.here['units']],
  );
  await product.dataSource.query(
    `UPDATE emergency_claims SET claimed_by_id = (SELECT id FROM accounts WHERE username = 'edt-here')`,
  );
  tokens.set('worker', product.tokenOf('worker'));
  tokens.set('visitor', product.tokenOf('visitor'));
});
afterAll(() => product.close());

interface Try {
  readonly role: Role;
  readonly route: RuledRoute;
  readonly path: string;
  readonly whose: 'own' | 'strange';
}

type Verdict = 'role' | 'not there' | 'through';

function tries(): Try[] {
  return routes
    .filter(({ template }) => !OWN_SESSION.test(template))
    .flatMap((route) =>
      (route.rule === 'anyone' ? (['finance'] as const) : ROLES).flatMap((role): Try[] => {
        const own = { role, route, path: filled(route.template, worlds.here), whose: 'own' } as const;
        const strange = {
          role,
          route,
          path: filled(route.template, worlds.elsewhere),
          whose: 'strange',
        } as const;
        return route.template.includes(':id') ? [own, strange] : [own];
      }),
    );
}

function filled(template: string, world: TwoWorlds['here']): string {
  const noun = template.includes('of-stay') ? 'of-stay' : (nounOf(template) ?? '');
  const id = world[noun] ?? '';
  if (template === '/short-break-plans/new') return `${template}?youngPerson=${world['young-people']}`;
  if (template.includes(':id') && id === '') throw new Error(`What is ${template} about?`);
  return template
    .replace(':decisionId', world['solo-decisions'] ?? '')
    .replace(':id', id)
    .replace(':date', '2026-03-10')
    .replace(':action', 'no-such-action');
}

/** Nothing, which is refused field by field, but for what a form cannot do without to be anybody's. */
function bodyFor(template: string): object {
  return template === '/short-break-plans/new' ? { youngPerson: worlds.here['young-people'] } : {};
}

/** What the matrix says of it, and nothing else. */
function expected({ role, route: { rule, template }, whose }: Try): Verdict {
  if (rule === 'anyone' || rule === 'signed-in') return 'through';
  if (rule === undefined) return 'role';
  const { roles, reach }: MatrixRule = MATRIX[rule];
  if (!roles.includes(role)) return 'role';
  return whose === 'strange' && isBounded(role, reach, template) ? 'not there' : 'through';
}

/** A CAS worker works for every unit, with their own families; everybody else here for one unit. Accounts are of no unit. */
function isBounded(role: Role, reach: MatrixRule['reach'], template: string): boolean {
  if (nounOf(template) === 'accounts' || reach === 'everywhere') return false;
  return role !== 'worker' || nounOf(template) !== 'units';
}

async function verdict({ role, route, path }: Try): Promise<string> {
  const answer = await fetch(`${product.baseUrl}${path}`, {
    method: route.method.toUpperCase(),
    redirect: 'manual',
    headers: {
      Authorization: `Bearer ${tokens.get(role)}`,
      Accept: 'application/json',
      ...(route.method === 'get' ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(route.method === 'get' ? {} : { body: JSON.stringify(bodyFor(route.template)) }),
  });
  const text = await textOf(answer);
  if (answer.status >= 500 || answer.status === 401) return `${answer.status} ${text}`;
  if (answer.status === 403 && /"Your role \([\w-]+\) may not /.test(text)) return 'role';
  if (answer.status === 404 && /"There is no such (?!page|handover)/.test(text)) return 'not there';
  return 'through';
}

it('knows a rule for every route the router has', () => {
  const ruled = new Map(routes.map((route) => [`${route.method} ${route.template}`, route.rule]));
  const served = routesOf(product)
    .filter(({ template }) => !DESCRIPTION.test(template))
    .map(({ method, template }) => `${method} ${template}`);
  expect(served.filter((each) => ruled.get(each) === undefined)).toEqual([]);
  expect(served.length).toBeGreaterThan(150);
});

it('every permission guards some route, and every role has one', () => {
  const used = new Set(routes.map(({ rule }) => rule));
  const asked = Object.keys(MATRIX).filter((permission) => !used.has(permission as RuledRoute['rule']));
  expect(asked).toEqual(['authorise findings']);
  const rules: readonly MatrixRule[] = Object.values(MATRIX);
  expect(ROLES.filter((role) => !rules.some(({ roles }) => roles.includes(role)))).toEqual([]);
});

it('lets every role do what the matrix says, to its own and not to others’, and nothing else', async () => {
  const all = tries();
  const wrong: unknown[] = [];
  const queue = [...all];
  const next = async (): Promise<void> => {
    for (let each = queue.shift(); each; each = queue.shift()) {
      const [said, meant] = [await verdict(each), expected(each)];
      const { role, route, whose } = each;
      if (said !== meant)
        wrong.push({ role, route: `${route.method} ${route.template}`, whose, said, meant });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  expect(wrong).toEqual([]);
  expect(all.length).toBeGreaterThan(3000);
}, 300_000);
