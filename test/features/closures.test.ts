import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const closure = { fromOn: '2026-03-09', toOn: '2026-03-20', kind: 'repair', reason: 'Damp.' };

async function closed(unit: AUnit, also: object = {}): Promise<string> {
  const answer = await product
    .as('manager')
    .post('/api/closures')
    .send({ unitId: unit.id, ...closure, ...also });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

const end = (id: string) => product.as('manager').post(`/api/closures/${id}/ending`).send({});

describe('ending a closure', () => {
  it('opens the night that is running, until 09:00 the one that began yesterday', async () => {
    const unit = await aUnit(product);
    product.clock.at = new Date('2026-03-11T08:59:00Z');
    const roomId = unit.rooms[0]?.id;
    expect((await end(await closed(unit, { roomId }))).body).toMatchObject({ toOn: '2026-03-10' });
    product.clock.at = new Date('2026-03-11T09:00:00Z');
    expect((await end(await closed(unit, { roomId: unit.rooms[1]?.id }))).body).toMatchObject({
      toOn: '2026-03-11',
    });
  });

  it('frees a bed for an emergency after midnight', async () => {
    const unit = await aUnit(product);
    product.clock.at = new Date('2026-03-11T01:00:00Z');
    const id = await closed(unit, { toOn: '2026-03-11' });
    const free = async () =>
      (await product.as('edt').post('/api/emergency-claims/preview').send({ unitId: unit.id, age: 15 }))
        .body as {
        ways: unknown[];
      };
    expect((await free()).ways).toEqual([]);
    const page = product.page('manager');
    expect((await page.get(`/closures?unit=${unit.id}`)).text).toContain(`/closures/${id}/ending`);
    expect((await page.get(`/closures/${id}/ending`)).text).toContain('value="2026-03-10"');
    expect((await end(id)).status).toBe(200);
    expect((await free()).ways).toHaveLength(1);
  });
});
