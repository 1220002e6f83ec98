import { Injectable } from '@nestjs/common';
import { familiesOf } from '../platform/about/families-of';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

const IS_NEW = `
  SELECT NOT EXISTS (SELECT FROM cas_plans WHERE family_id = families.id) AS "isNew" FROM families WHERE id = $1`;

const FAMILIES_OF = 'SELECT id, family_id AS "familyId" FROM young_people WHERE id = ANY($1::uuid[])';

/** Need to know: a CAS worker sees the families they or their team hold the plan of, and no others (domain.md §2). */
@Injectable()
export class Caseload {
  constructor(private readonly database: Database) {}

  /** The families this person may know of; `undefined` means every one. */
  async familyIds(by: Actor): Promise<ReadonlySet<string> | undefined> {
    return familiesOf(this.database, by);
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
