import request, { type Response } from 'supertest';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

function sendSignedOut(headers: Record<string, string>): Promise<Response> {
  const form = request(product.baseUrl).post('/requests/new').type('form').set('Accept', 'text/html');
  return form.set(headers).send({ reason: 'Typed for an hour' });
}

it('keeps a form of ours that was sent after the session had ended', async () => {
  for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: product.baseUrl }]) {
    const { status, text } = await sendSignedOut(headers);
    expect([status, text.includes('Typed for an hour')]).toEqual([401, true]);
  }
});

it('keeps none that another site sent, to be sent on in the name of whoever signs in', async () => {
  for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://elsewhere.example' }]) {
    const { status, text } = await sendSignedOut(headers);
    expect([status, text.includes('Typed for an hour')]).toEqual([303, false]);
  }
});
