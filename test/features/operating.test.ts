import request from 'supertest';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const ask = (path: string) => request(product.baseUrl).get(path);

it('says that it lives and is ready, to whoever asks', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    const answer = await ask(path);
    expect([path, answer.status, answer.body]).toEqual([path, 200, { status: 'ok' }]);
  }
});

it('counts answers by route and status, and never says who asked or what for', async () => {
  await product.as('manager').get('/api/units/4b0d5e8e-6f7e-4e8c-9a53-0d3f5c1f2a10');
  const { text, type } = await ask('/metrics');
  expect(type).toBe('text/plain');
  expect(text).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/units\/:id",status="404"\} 1/,
  );
  expect(text).not.toContain('4b0d5e8e');
});

it('tells its metrics to this machine only, and to nobody whom a proxy passes on', async () => {
  expect((await ask('/metrics').set('X-Forwarded-For', '203.0.113.9')).status).toBe(404);
});
