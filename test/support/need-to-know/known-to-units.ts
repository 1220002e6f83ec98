import type { Product } from '../product';

const VISIT = `
  INSERT INTO day_visits (unit_id, young_person_id, visits_on, from_time, to_time, purpose, booked_by_name)
  SELECT $1, id, '2027-06-01', '16:00', '18:00', 'Tea', 'Test' FROM young_people
  WHERE family_id NOT IN (
    SELECT family_id FROM young_people JOIN stays ON young_person_id = young_people.id WHERE unit_id = $1)`;

/** Ties everybody to this unit, so that no other may come to meet them as somebody no unit knows. */
export async function makeKnown({ dataSource }: Product, unitId: string): Promise<void> {
  await dataSource.query(VISIT, [unitId]);
}
