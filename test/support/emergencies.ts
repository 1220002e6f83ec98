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

interface ToldWay {
  readonly displace: readonly string[];
  readonly redate: readonly { readonly stayId: string; readonly arrivesOn: string }[];
  readonly findings: readonly { readonly code: string; readonly level: string }[];
}

/** Whatever the findings of a way need, acknowledged and authorised. */
export function givenFor({ displace, redate, findings }: ToldWay) {
  const codes = (level: string) => [
    ...new Set(findings.filter((finding) => finding.level === level).map(({ code }) => code)),
  ];
  return {
    displace,
    redate: redate.map(({ stayId, arrivesOn }) => ({ stayId, arrivesOn })),
    acknowledged: codes('acknowledge'),
    authorisations: codes('authorise').map((code) => ({ code, reason: 'Nowhere else tonight.' })),
  };
}

/** The ways to take in a child of 15, those that displace nobody first. */
export async function waysFor(product: Product, { id: unitId }: Pick<AUnit, 'id'>): Promise<ToldWay[]> {
  const answer = await product.as('edt').post('/api/emergency-claims/preview').send({ unitId, age: 15 });
  const { ways, displacements } = answer.body as Readonly<Record<string, ToldWay[]>>;
  return [...(ways ?? []), ...(displacements ?? [])];
}

/** Claims the gentlest way there is, with a manager's authority. */
export async function claimABed(
  product: Product,
  unit: Pick<AUnit, 'id'>,
  told: object = {},
): Promise<Response> {
  const [way] = await waysFor(product, unit);
  return claim(product, unit, { ...(way ? givenFor(way) : {}), ...told });
}
