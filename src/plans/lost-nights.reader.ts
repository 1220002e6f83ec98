import { Injectable } from '@nestjs/common';
import { nightsOwed, type LostStay, type StayAnew } from '../domain/nights-owed';
import { Database } from '../platform/database';

interface LostRow {
  readonly youngPersonId: string;
  readonly lost: LostStay[];
  readonly redated: StayAnew[];
}

const LOST = `
  SELECT young_person_id AS "youngPersonId",
    json_agg(json_build_object('stayId', stay_id, 'requestId', request_id, 'nights', nights)) AS lost,
    (SELECT coalesce(json_agg(json_build_object('id', stays.id, 'requestId', request_stays.request_id,
         'status', status, 'nights', departs_on - arrives_on)), '[]')
       FROM request_stays JOIN stays ON stays.id = stay_id
       WHERE stays.young_person_id = displacements.young_person_id
         AND request_stays.request_id = ANY (array_agg(displacements.request_id))) AS redated
  FROM displacements WHERE young_person_id = ANY ($1::uuid[]) GROUP BY young_person_id`;

/** Planned nights that were lost to emergencies, and what became of them. */
@Injectable()
export class LostNights {
  constructor(private readonly database: Database) {}

  /** How many nights each is owed; whoever never lost any is not among them. */
  async owedTo(youngPersonIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<LostRow>(LOST, [youngPersonIds]);
    return new Map(
      rows.map(({ youngPersonId, lost, redated }) => [youngPersonId, nightsOwed(lost, redated)]),
    );
  }
}
