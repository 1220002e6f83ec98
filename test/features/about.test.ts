import { randomUUID } from 'node:crypto';
import { ABOUT, nounOf } from '../../src/platform/about/about';
import { Subjects } from '../../src/platform/about/subjects';
import { aUnit, book, siblings, type AUnit } from '../support/diary';
import { routesOf } from '../support/need-to-know/routes';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
});
afterAll(() => product.close());

it('knows of every address with an id whom it is about', () => {
  const nouns = new Set(routesOf(product).map(({ template }) => nounOf(template)));
  expect([...nouns].filter((noun) => noun !== undefined && !(noun in ABOUT))).toEqual([]);
  expect(nouns.size).toBeGreaterThan(10);
});

it.each(Object.keys(ABOUT))('finds nobody behind an unknown id of %s', async (noun) => {
  expect(await product.app.get(Subjects).named(noun, randomUUID())).toBeUndefined();
});

it('finds whom a stay is about, and every young person of a family', async () => {
  const [one = '', other = ''] = await siblings(product, 2);
  const nights = { youngPersonId: one, arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
  const booked = await book(product, unit, [nights]);
  const [stay] = (booked.body as { items: { id: string }[] }).items;
  const subjects = product.app.get(Subjects);
  const found = await subjects.named('stays', stay?.id ?? '');
  expect(found).toMatchObject({ unitIds: [unit.id], youngPersonIds: [one] });
  const family = await subjects.named('families', found?.familyIds[0] ?? '');
  expect(new Set(family?.youngPersonIds)).toEqual(new Set([one, other]));
});
