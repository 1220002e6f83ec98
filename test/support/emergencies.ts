import type { Response } from 'supertest';
import type { User } from './accounts';
import type { AUnit } from './diary';
import type { Product } from './product';

/** A claim with nothing optional, of an unknown child of about 15, approved by a manager on the telephone. */
export function aClaim(product: Product, { id }: Pick<AUnit, 'id'>, told: object = {}) {
  return claimTold(id, product.clock.at, told);
}

/** The same, where it is not the product's clock that says the time. */
export function claimTold(unitId: string, at: Date, told: object = {}) {
  return {
    unitId,
    child: { approximateAge: 15 },
    legalBasis: 'police-protection',
    policeProtectionStartedAt: at.toISOString(),
    reason: 'Found alone at the station; nobody at home.',
    alternatives: 'An aunt in the next town did not answer.',
    approvedBy: { name: 'Morgan Ellis', role: 'manager', at: at.toISOString() },
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
