import type { Product } from '../product';
import type { Kind, Laid, Thing } from './laid';

const KNOWN = `
  SELECT family_id AS id FROM young_people
    JOIN (SELECT young_person_id FROM stays UNION SELECT young_person_id FROM day_visits) AS came
      ON young_person_id = young_people.id
  UNION SELECT family_id FROM requests`;

/** Without the families no unit knows yet, whom any may come to meet. */
export async function knownToUnits(product: Product, laid: Laid): Promise<Laid> {
  const families = new Set((await product.dataSource.query<{ id: string }[]>(KNOWN)).map(({ id }) => id));
  const households = laid.households.filter(({ id }) => families.has(id));
  const people = laid.people.filter(({ familyId }) => families.has(familyId));
  const ids = new Set(people.map(({ id }) => id));
  const isKnown = ({ youngPersonId }: Thing) => youngPersonId !== undefined && ids.has(youngPersonId);
  const things = Object.entries(laid.ids).map(([kind, all]) => [kind, all.filter(isKnown)]);
  const of = Object.fromEntries(things) as Record<Kind, readonly Thing[]>;
  return { ...laid, households, people, ids: { ...of, families: households, 'young-people': people } };
}
