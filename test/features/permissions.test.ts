import { MATRIX } from '../../src/platform/matrix';
import { placesFor } from '../../src/platform/navigation';
import { ROLES } from '../../src/platform/actor';
import { EVERYWHERE } from '../support/accounts';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

interface Told {
  readonly permission: string;
  readonly area: string;
  readonly says: string;
  readonly roles: readonly { readonly role: string; readonly reach: string }[];
}

it('tells everybody signed in who may do what, and how far', async () => {
  const { items } = (await product.as('finance').get('/api/permissions').expect(200)).body as {
    items: Told[];
  };
  expect(items.map(({ permission }) => permission)).toEqual(Object.keys(MATRIX));
  const plans = items.find(({ permission }) => permission === 'look at plans');
  expect(plans?.roles).toContainEqual({ role: 'worker', reach: 'own families' });
  expect(plans?.roles).toContainEqual({ role: 'staff', reach: 'own units' });
  expect(plans?.roles.map(({ role }) => role)).not.toContain('administrator');
});

it('tells nobody else', async () => {
  expect((await fetch(`${product.baseUrl}/api/permissions`)).status).toBe(401);
});

it('shows it in words, one table for each area', async () => {
  const page = await product.as('visitor').get('/permissions').set('Accept', 'text/html');
  expect(page.text.match(/<table/g)).toHaveLength(9);
  for (const { says } of Object.values(MATRIX)) expect(page.text.toLowerCase()).toContain(says.toLowerCase());
  expect(page.text).toMatch(/data-label="CAS worker">Own families</);
});

it('keeps the administrator, finance, auditor and visitor from everything about a child by name', () => {
  const permissions = [
    'know who stays',
    'look people up',
    'look at plans',
    'look at requests',
    'import stays',
  ] as const;
  for (const permission of permissions)
    for (const role of ['administrator', 'finance', 'auditor', 'visitor'] as const)
      expect([permission, role, MATRIX[permission].roles.includes(role)]).toEqual([permission, role, false]);
});

it('leads nobody to a place that refuses them', async () => {
  for (const role of ROLES) {
    const person = { id: '', name: '', role, ...EVERYWHERE };
    for (const { href } of placesFor(person)) {
      const { status } = await product.as(role).get(href).set('Accept', 'text/html');
      expect([role, href, status]).not.toEqual([role, href, 403]);
    }
  }
});
