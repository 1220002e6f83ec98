import type { Response } from 'supertest';
import type { User } from './accounts';
import type { AUnit } from './diary';
import type { Product } from './product';

/** A claim with nothing optional, of an unknown child of about 15, approved by a manager on the telephone. */
export function aClaim(product: Product, { id: unitId }: Pick<AUnit, 'id'>, told: object = {}) {
  return {
    unitId,
    child: { approximateAge: 15 },
    legalBasis: 'police-protection',
    policeProtectionStartedAt: product.clock.at.toISOString(),
    reason: 'Found alone at the station; nobody at home.',
    alternatives: 'An aunt in the next town did not answer.',
    approvedBy: { name: 'Morgan Ellis', role: 'manager', at: product.clock.at.toISOString() },
    ...told,
  };
}

export async function claim(
  product: Product,
  unit: Pick<AUnit, 'id'>,
  told: object = {},
  by: User = 'edt',
): Promise<Response> {
  return product
    .as(by)
    .post('/api/emergency-claims')
    .send(aClaim(product, unit, told));
}

export const AUTHORISED_MIX = {
  authorisations: [{ code: 'not-assessed', reason: 'Staff awake all night; rooms at opposite ends.' }],
};
