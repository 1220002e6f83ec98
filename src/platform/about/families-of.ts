import type { Actor, Person } from '../actor';
import type { Database } from '../database';
import { asker } from '../request-context';

/** A family's key worker is whoever holds its plan; after it is closed, whoever held it last. Teams cover for each other. */
const OF_WORKER = `
  SELECT family_id AS "familyId" FROM (
    SELECT DISTINCT ON (family_id) family_id, key_worker_id FROM cas_plans
    ORDER BY family_id, status = 'closed', starts_on DESC, recorded_at DESC) AS latest
  WHERE key_worker_id IN (
    SELECT colleague.id FROM accounts AS own
      JOIN accounts AS colleague ON colleague.id = own.id OR colleague.team = own.team
    WHERE own.id = $1)`;

const NEW = 'SELECT id FROM families WHERE NOT EXISTS (SELECT FROM cas_plans WHERE family_id = families.id)';

/** What ties a family to a unit; one that nothing ties to any may come to be anybody's. */
const OF_UNITS = `
  WITH ties AS (
    SELECT family_id, unit_id FROM stays JOIN young_people ON young_people.id = young_person_id
    UNION SELECT family_id, unit_id FROM day_visits JOIN young_people ON young_people.id = young_person_id
    UNION SELECT family_id, unit_id FROM requests)
  SELECT families.id AS "familyId" FROM families LEFT JOIN ties ON ties.family_id = families.id
  GROUP BY families.id HAVING count(unit_id) = 0 OR bool_or(unit_id = ANY ($1::uuid[]))`;

/**
 * The families somebody works with: a CAS worker's own and their team's; of whoever works for some units, those that are
 * known to these units or to none yet. `undefined` means every one.
 */
export async function familiesOf(database: Database, by: Actor): Promise<ReadonlySet<string> | undefined> {
  const unitIds = unitsOf(by);
  if (by.role !== 'worker') return unitIds === null ? undefined : familiesOfUnits(database, unitIds);
  const rows = await database.rows<{ familyId: string }>(OF_WORKER, [by.id]);
  return new Set(rows.map(({ familyId }) => familyId));
}

/** Those that something ties to one of the units, and those that nothing ties to any. */
export async function familiesOfUnits(
  database: Database,
  unitIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.rows<{ familyId: string }>(OF_UNITS, [unitIds]);
  return new Set(rows.map(({ familyId }) => familyId));
}

/** With those whose plan nobody holds yet: whoever opens it comes to hold it. One statement, so that one moment is seen. */
export async function familiesWithin(database: Database, by: Actor): Promise<ReadonlySet<string>> {
  if (by.role !== 'worker') return (await familiesOf(database, by)) ?? new Set();
  const rows = await database.rows<{ familyId: string }>(`${OF_WORKER} UNION ${NEW}`, [by.id]);
  return new Set(rows.map(({ familyId }) => familyId));
}

/** The units of whoever asks, for lists, which name none; `null`, of every one, in jobs and commands too. */
export function unitsOfAsker(): readonly string[] | null {
  return unitsOf(asker());
}

/** The units somebody works for; `null` means every one. */
export function unitsOf(by: Actor | undefined): readonly string[] | null {
  return (by as Person | undefined)?.unitIds ?? null;
}
