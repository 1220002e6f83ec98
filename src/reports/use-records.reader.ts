import { Injectable } from '@nestjs/common';
import type { Nights } from '../domain/nights';
import type { UseRecords } from '../domain/use-records';
import { familiesOfUnits } from '../platform/about/families-of';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { STATES } from '../requests/request.reader';

/** Of a query that has `stays` and what was `imported` of them: the support their family had on the day of arrival. */
export const SUPPORT_ON_ARRIVAL = `
  coalesce(imported.support, (SELECT support.kind FROM cas_plan_supports AS support
    WHERE support.cas_plan_id = (SELECT cas_plans.id FROM cas_plans
        WHERE cas_plans.family_id = young_people.family_id AND cas_plans.starts_on <= arrives_on
        ORDER BY cas_plans.starts_on DESC, cas_plans.recorded_at DESC LIMIT 1)
      AND support.from_on <= arrives_on AND (support.to_on IS NULL OR support.to_on > arrives_on) LIMIT 1))`;

/**
 * `$1` now, `$2` unit, `$3` from, `$4` to, `$5` the families of the unit. A plan that ended was in force until then, and
 * only if both sides had agreed it.
 */
const RECORDS = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', stays.id, 'youngPersonId', stays.young_person_id,
         'dateOfBirth', date_of_birth, 'support', ${SUPPORT_ON_ARRIVAL}, 'requestedOn', requested_on)), '[]')
       FROM stays JOIN young_people ON young_people.id = stays.young_person_id
         LEFT JOIN imported_stays AS imported ON imported.stay_id = stays.id
       WHERE stays.unit_id = $2 AND arrives_on < $4 AND (departs_on > $3 OR stays.status = 'in-residence')) AS stays,
    (SELECT coalesce(json_agg(json_build_object('status', state.status, 'answerCode', answer_code,
         'nights', requests.nights,
         'youngPeople', (SELECT count(*) FROM request_young_people WHERE request_id = requests.id))
         ORDER BY requested_at, requests.id), '[]')
       ${STATES} WHERE requests.unit_id = $2
         AND (requested_at AT TIME ZONE 'Europe/London')::date >= $3::date
         AND (requested_at AT TIME ZONE 'Europe/London')::date < $4::date) AS requests,
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', young_person_id,
         'nights', json_build_object('from', starts_on, 'to', ends_on),
         'inForce', json_build_object('from', starts_on, 'to', least(ends_on, ended_on)),
         'nightsAgreed', nights_agreed, 'nightsPer', nights_per) ORDER BY starts_on, plans.id), '[]')
       FROM short_break_plans AS plans JOIN young_people ON young_people.id = young_person_id
       WHERE family_id = ANY ($5::uuid[]) AND starts_on < $4 AND least(ends_on, ended_on) > $3
         AND plans.status <> 'draft' AND key_worker_agreed_at IS NOT NULL AND manager_agreed_at IS NOT NULL) AS plans`;

/** What the ledger does not say of a unit's use: who asked when, for whom, with what answer, and what was agreed. */
@Injectable()
export class UseRecordsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Plans are of the young people known to the unit, and of those known to none yet. */
  async read(unitId: string, { from, to }: Nights): Promise<UseRecords> {
    const families = await familiesOfUnits(this.database, [unitId]);
    const given = [this.clock.now(), unitId, from, to, [...families]];
    const [records] = await this.database.rows<UseRecords>(RECORDS, given);
    return records ?? { stays: [], requests: [], plans: [] };
  }
}
