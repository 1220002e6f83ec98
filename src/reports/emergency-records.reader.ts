import { Injectable } from '@nestjs/common';
import type { DisplacedOnRecord, EmergencyOnRecord, EmergencyRecords } from '../domain/emergency-records';
import type { Nights } from '../domain/nights';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { STATES } from '../requests/request.reader';

/** As JSON has it: instants are text. */
interface Row {
  readonly emergencies: readonly (Omit<EmergencyOnRecord, 'endsAt' | 'arrivedAt' | 'departedAt'> & {
    readonly endsAt: string | null;
    readonly arrivedAt: string | null;
    readonly departedAt: string | null;
  })[];
  readonly displaced: readonly DisplacedOnRecord[];
}

/**
 * `$1` now, `$2` unit, `$3` from, `$4` to. A request whose stays were confirmed one by one reads as placed before
 * anybody has written it down: until then, as of now. Who left after the period began may have overstayed in it.
 */
const RECORDS = `
  WITH lost AS (
    SELECT displacements.*, claim.night FROM displacements JOIN emergency_claims AS claim ON claim.id = claim_id
    WHERE claim.unit_id = $2 AND claim.night >= $3 AND claim.night < $4),
  asked AS (
    SELECT requests.id, state.status, CASE WHEN state.status = 'placed' THEN coalesce(
        (SELECT max(ended_at) FROM request_offers WHERE request_id = requests.id AND outcome = 'accepted'),
        CASE WHEN requests.status = 'placed' THEN answered_at END, $1) END AS placed_at
    ${STATES} WHERE requests.id IN (SELECT request_id FROM lost))
  SELECT
    (SELECT coalesce(json_agg(json_build_object('stayId', stays.id, 'status', stays.status, 'night', arrives_on,
         'endsAt', ends_at, 'arrivedAt', arrived_at, 'departedAt', departed_at)), '[]')
       FROM stays LEFT JOIN emergency_claims AS claim ON claim.stay_id = stays.id
       WHERE stays.unit_id = $2 AND kind = 'emergency' AND arrives_on < $4
         AND (arrives_on >= $3 OR departs_on >= $3 OR stays.status = 'in-residence')) AS emergencies,
    (SELECT coalesce(json_agg(json_build_object('youngPersonId', lost.young_person_id, 'night', lost.night,
         'decidedOn', (decided_at AT TIME ZONE 'Europe/London')::date, 'nights', nights, 'noticeNights', notice_nights,
         'outcome', CASE WHEN status = 'placed' THEN status WHEN status IN ('declined', 'withdrawn') THEN 'ended'
           ELSE 'waiting' END,
         'placedOn', (placed_at AT TIME ZONE 'Europe/London')::date)), '[]')
       FROM lost LEFT JOIN asked ON asked.id = lost.request_id) AS displaced`;

/** What the ledger does not say of emergencies: when they were to end, who was displaced, and what came of that. */
@Injectable()
export class EmergencyRecordsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(unitId: string, { from, to }: Nights): Promise<EmergencyRecords> {
    const now = this.clock.now();
    const [row] = await this.database.rows<Row>(RECORDS, [now, unitId, from, to]);
    const { emergencies = [], displaced = [] } = row ?? {};
    return {
      displaced,
      emergencies: emergencies.map(({ endsAt, arrivedAt, departedAt, ...stay }) => ({
        ...stay,
        endsAt: instant(endsAt),
        arrivedAt: instant(arrivedAt),
        departedAt: instant(departedAt),
      })),
    };
  }
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
