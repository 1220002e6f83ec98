import type { Response } from 'supertest';
import { agreePlans } from './plans';
import type { Product } from './product';

export interface AUnit {
  readonly id: string;
  readonly rooms: readonly { readonly id: string; readonly number: number }[];
}

export interface Booked {
  readonly id: string;
  readonly roomId: string;
  readonly actions: readonly { readonly name: string; readonly allowed: boolean; readonly why?: string }[];
}

/** A unit with so many rooms and as many registered places. */
export async function aUnit(
  product: Product,
  size: { readonly rooms?: number; readonly places?: number } = {},
): Promise<AUnit> {
  const rooms = size.rooms ?? 4;
  const answer = await product
    .as('manager')
    .post('/api/units')
    .send({
      name: 'Test unit',
      places: size.places ?? rooms,
      ageRange: { from: 8, to: 17 },
      rooms: Array.from({ length: rooms }, (_, index) => ({
        number: index + 1,
        name: `Room ${index + 1}`,
        features: [],
      })),
    });
  return answer.body as AUnit;
}

let made = 0;

/** Siblings of one new family, with agreed plans, none assessed. */
export async function siblings(
  product: Product,
  count: number,
  dateOfBirth = '2013-05-06',
): Promise<string[]> {
  const family = await product
    .as('manager')
    .post('/api/families')
    .send({ reference: `F${made}` });
  const { id: familyId } = family.body as { id: string };
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    made += 1;
    const child = {
      familyId,
      givenName: `Given${made}`,
      familyName: `Family${made}`,
      dateOfBirth,
      caseReference: `C${made}`,
    };
    const answer = await product.as('manager').post('/api/young-people').send(child);
    ids.push((answer.body as { id: string }).id);
  }
  await agreePlans(product, ...ids);
  return ids;
}

export async function assessPair(
  product: Product,
  pair: readonly [string, string],
  outcome = 'compatible',
): Promise<Response> {
  const controls = outcome === 'with-controls' ? { controls: 'Staff within sight.' } : {};
  return product
    .as('manager')
    .post('/api/compatibility-assessments')
    .send({
      youngPersonIds: pair,
      outcome,
      reasons: 'Known to each other.',
      reviewOn: '2027-01-01',
      ...controls,
    });
}

/** Young people of families of their own, every pair assessed compatible. */
export async function aCompatibleGroup(product: Product, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(...(await siblings(product, 1)));
  for (const [index, one] of ids.entries())
    for (const other of ids.slice(index + 1)) await assessPair(product, [one, other]);
  return ids;
}

export async function book(
  product: Product,
  unit: AUnit,
  stays: readonly object[],
  also: object = {},
): Promise<Response> {
  return product
    .as('manager')
    .post('/api/stays')
    .send({ unitId: unit.id, kind: 'planned', stays, ...also });
}
