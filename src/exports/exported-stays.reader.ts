import { Injectable } from '@nestjs/common';
import type { Nights } from '../domain/nights';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { SUPPORT_ON_ARRIVAL } from '../reports/use-records.reader';

export interface ExportedStay {
  readonly stay: string;
  readonly youngPersonId: string;
  readonly familyId: string;
  readonly caseReference: string;
  readonly familyReference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly support: string | null;
  readonly keyWorker: string | null;
  readonly room: number | null;
  readonly kind: string;
  readonly requestedOn: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly status: string;
  readonly endedOn: string | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
}

/** `$1` unit, `$2` from, `$3` to, `$4` now. Support and key worker are those of the day of arrival. */
const STAYS = `
  SELECT stays.id AS stay, young_people.id AS "youngPersonId", young_people.family_id AS "familyId",
    case_reference AS "caseReference", families.reference AS "familyReference", given_name AS "givenName",
    family_name AS "familyName", date_of_birth AS "dateOfBirth",
    ${SUPPORT_ON_ARRIVAL} AS support,
    coalesce(imported.key_worker, accounts.name) AS "keyWorker",
    (SELECT number FROM bed_uses JOIN rooms ON rooms.id = room_id WHERE stay_id = stays.id
       ORDER BY from_on LIMIT 1) AS room,
    stays.kind, requested_on AS "requestedOn", arrives_on AS "arrivesOn", departs_on AS "departsOn",
    CASE WHEN has_run_out THEN 'cancelled' ELSE stays.status END AS status,
    CASE WHEN has_run_out THEN (hold_expires_at AT TIME ZONE 'Europe/London')::date ELSE ended_on END AS "endedOn",
    ended_by AS "endedBy", CASE WHEN has_run_out THEN 'the hold ran out' ELSE ended_reason END AS reason
  FROM stays
    JOIN young_people ON young_people.id = stays.young_person_id
    JOIN families ON families.id = young_people.family_id
    LEFT JOIN imported_stays AS imported ON imported.stay_id = stays.id
    LEFT JOIN LATERAL (SELECT key_worker_id FROM cas_plans WHERE family_id = families.id
      AND starts_on <= arrives_on ORDER BY starts_on DESC, recorded_at DESC LIMIT 1) AS plan ON true
    LEFT JOIN accounts ON accounts.id = plan.key_worker_id
    CROSS JOIN LATERAL (SELECT stays.status = 'held' AND hold_expires_at <= $4 AS has_run_out) AS held
  WHERE stays.unit_id = $1 AND arrives_on < $3 AND (departs_on > $2 OR arrives_on >= $2)
  ORDER BY arrives_on, stays.id`;

/** A unit's stays with a night in a period, those that came to nothing too. */
@Injectable()
export class ExportedStays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, { from, to }: Nights): Promise<ExportedStay[]> {
    return this.database.rows<ExportedStay>(STAYS, [unitId, from, to, this.clock.now()]);
  }
}
