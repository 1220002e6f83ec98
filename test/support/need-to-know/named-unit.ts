import type { Product } from '../product';
import { madeUp } from './crowd';

export interface NamedUnit {
  readonly id: string;
  readonly rooms: readonly { readonly id: string; readonly number: number; readonly name: string }[];
}

let rooms = 0;

/** Four rooms, each called as no other is. */
export async function aUnitNamed(product: Product): Promise<NamedUnit> {
  const answer = await product
    .as('manager')
    .post('/api/units')
    .send({
      name: `Test unit ${rooms}`,
      places: 4,
      ageRange: { from: 8, to: 17 },
      rooms: [1, 2, 3, 4].map((number) => ({
        number,
        name: madeUp('R', (rooms += 1), 'w'),
        features: ['bath'],
      })),
    });
  return answer.body as NamedUnit;
}
