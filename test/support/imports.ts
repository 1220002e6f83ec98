import { setTimeout as wait } from 'node:timers/promises';
import type { ImportView } from '../../src/imports/import.view';
import type { Product } from './product';

/** A unit of four rooms. */
export async function openUnit(
  product: Product,
  name = 'Larch House',
  places = 4,
  rooms = 4,
): Promise<string> {
  const answer = await product
    .as('manager')
    .post('/api/units')
    .send({
      name,
      places,
      ageRange: { from: 8, to: 17 },
      rooms: Array.from({ length: rooms }, (_, index) => ({ number: index + 1, name: `Room ${index + 1}` })),
    });
  return (answer.body as { id: string }).id;
}

export async function beginImport(product: Product, unitId: string, file: Buffer | string): Promise<string> {
  const answer = await product
    .as('manager')
    .post('/api/imports')
    .field('unitId', unitId)
    .attach('file', Buffer.from(file), 'stays.csv');
  expect(answer.status).toBe(202);
  return (answer.body as { id: string }).id;
}

/** As the API tells it once it no longer runs. */
export async function importFile(
  product: Product,
  unitId: string,
  file: Buffer | string,
): Promise<ImportView> {
  const id = await beginImport(product, unitId, file);
  for (;;) {
    const answer = await product.as('manager').get(`/api/imports/${id}`);
    const shown = answer.body as ImportView;
    if (shown.status !== 'running') return shown;
    await wait(20);
  }
}
