import { aUnit, book, type AUnit, type Booked } from './diary';
import { claim } from './emergencies';
import type { Product } from './product';
import { aFamily } from './requests';

interface ADisplacement {
  readonly unit: AUnit;
  /** The emergency's. */
  readonly stayId: string;
  /** Who had the bed. */
  readonly child: string;
}

const CONTRACT = {
  ...{ startsOn: '2026-03-01', endsOn: '2027-03-01' },
  ...{ nightsPerYear: 365, costPencePerYear: 36_500_000 },
};

const AUTHORISED = ['kept-for-planned', 'protected'].map((code) => ({
  code,
  reason: 'The station has no other bed.',
}));

/**
 * The one bed of a unit that costs £1,000 a day: booked for the nights of 10 and 11 March, taken by an emergency at
 * 02:04 for the night of the 10th. The clock stays there.
 */
export async function aDisplacement(product: Product): Promise<ADisplacement> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const unit = await aUnit(product, { rooms: 1 });
  await product.as('manager').post(`/api/units/${unit.id}/contracts`).send(CONTRACT).expect(201);
  const [child = ''] = await aFamily(product);
  const nights = { youngPersonId: child, arrivesOn: '2026-03-10', departsOn: '2026-03-12' };
  const { items } = (await book(product, unit, [nights])).body as { items: Booked[] };
  product.clock.at = new Date('2026-03-11T02:04:00Z');
  const displace = items.map(({ id }) => id);
  const claimed = await claim(product, unit, { displace, authorisations: AUTHORISED });
  if (claimed.status !== 201) throw new Error(`The bed was not taken: ${claimed.text}`);
  return { unit, child, stayId: (claimed.body as { stayId: string }).stayId };
}
