import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

/** A family's key worker is whoever holds its plan; after it is closed, whoever held it last. */
const FAMILIES = `
  SELECT family_id AS "familyId" FROM (
    SELECT DISTINCT ON (family_id) family_id, key_worker_id FROM cas_plans
    ORDER BY family_id, status = 'closed', starts_on DESC, recorded_at DESC) AS latest
  WHERE key_worker_id = $1`;

const IS_NEW = `
  SELECT NOT EXISTS (SELECT FROM cas_plans WHERE family_id = families.id) AS "isNew" FROM families WHERE id = $1`;

const FAMILIES_OF = 'SELECT id, family_id AS "familyId" FROM young_people WHERE id = ANY($1::uuid[])';

/** Need to know: a CAS worker sees the families they hold the plan of, and no others (domain.md §2). */
@Injectable()
export class Caseload {
  constructor(private readonly database: Database) {}

  /** The families this person may know of; `undefined` means every one. */
  async familyIds(by: Actor): Promise<ReadonlySet<string> | undefined> {
    if (by.role !== 'worker') return undefined;
    const rows = await this.database.rows<{ familyId: string }>(FAMILIES, [by.id]);
    return new Set(rows.map(({ familyId }) => familyId));
  }

  /** @throws NotThere, in the same words as for a family there is none of. */
  async refuseStrangers(familyIds: readonly string[], by: Actor): Promise<void> {
    const own = await this.familyIds(by);
    if (own && !familyIds.every((id) => own.has(id))) throw new NotThere('There is no such family.');
  }

  /** A family nobody has a CAS plan for yet may be added to by whoever is about to open one. @throws NotThere */
  async refuseStrangersUnlessNew(familyId: string, by: Actor): Promise<void> {
    if (by.role !== 'worker') return;
    const [found] = await this.database.rows<{ isNew: boolean }>(IS_NEW, [familyId]);
    if (!found?.isNew) await this.refuseStrangers([familyId], by);
  }

  /** The same for young people, by their families. @throws NotThere */
  async refuseStrangersAmong(
    youngPersonIds: readonly string[],
    by: Actor,
    said = 'There is no such young person.',
  ): Promise<void> {
    if (by.role !== 'worker') return;
    const rows = await this.database.rows<{ id: string; familyId: string }>(FAMILIES_OF, [youngPersonIds]);
    const own = await this.familyIds(by);
    const known = new Set(rows.filter(({ familyId }) => own?.has(familyId)).map(({ id }) => id));
    if (!youngPersonIds.every((id) => known.has(id))) throw new NotThere(said);
  }
}
