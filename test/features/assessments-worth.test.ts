import { aUnit, book, siblings } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

it('shows the manager which pair is worth assessing, by the nights a request would use', async () => {
  const unit = await aUnit(product);
  const [guest = ''] = await siblings(product, 1);
  const [asking = ''] = await siblings(product, 1);
  const whole = { youngPersonId: guest, arrivesOn: '2026-03-20', departsOn: '2026-03-30' };
  expect((await book(product, unit, [whole])).status).toBe(201);
  const window = { nights: 2, earliest: '2026-03-21', latest: '2026-03-27' };
  const asked = { unitId: unit.id, youngPersonIds: [asking], ...window, reason: 'Rest.', urgency: 'soon' };
  expect((await product.as('worker').post('/api/requests').send(asked)).status).toBe(201);

  const { text } = await product.as('manager').get('/assessments');
  expect(text).toContain(`pair=${[guest, asking].sort().join('_')}`);
  expect(text).toContain('2 nights');

  expect((await product.as('worker').get('/assessments')).status).toBe(403);
});
