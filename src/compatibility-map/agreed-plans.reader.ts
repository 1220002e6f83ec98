import { Injectable } from '@nestjs/common';
import type { Nights } from '../domain/nights';
import { familiesOfUnits } from '../platform/about/families-of';
import { Database } from '../platform/database';

interface OnPlan {
  readonly youngPersonId: string;
  readonly familyId: string;
}

const ON_PLANS = `
  SELECT DISTINCT young_people.id AS "youngPersonId", family_id AS "familyId"
  FROM short_break_plans JOIN young_people ON young_people.id = young_person_id
  WHERE status = 'agreed' AND starts_on < $2 AND ends_on > $1 ORDER BY young_people.id`;

/** Who has a short-break plan agreed: a plan names no unit, so it is of those that know the family, or of every one. */
@Injectable()
export class AgreedPlans {
  constructor(private readonly database: Database) {}

  async youngPeopleOn(unitId: string, { from, to }: Nights): Promise<string[]> {
    const families = await familiesOfUnits(this.database, [unitId]);
    const rows = await this.database.rows<OnPlan>(ON_PLANS, [from, to]);
    return rows.filter(({ familyId }) => families.has(familyId)).map(({ youngPersonId }) => youngPersonId);
  }
}
