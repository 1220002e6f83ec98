import { Injectable } from '@nestjs/common';
import type { Nights } from '../domain/nights';
import { tonight } from '../domain/tonight';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';
import type { UnitLedger } from '../domain/unit-ledger';

type LedgerRow = Omit<UnitLedger, 'unitId' | 'today'>;

/**
 * `$1` unit, `$2` from, `$3` to, `$4` now. A hold that has run out is read as what it is, cancelled the day it ran out,
 * even before the gate has tidied it away; whoever is overdue to leave is read whatever their dates.
 */
const LEDGER = `
  WITH concerned AS (
    SELECT * FROM stays WHERE unit_id = $1 AND arrives_on < $3 AND (departs_on > $2 OR status = 'in-residence')),
  lodged AS (
    SELECT stay_id, json_agg(json_build_object('roomId', room_id, 'solo', whole_unit,
        'nights', json_build_object('from', from_on, 'to', to_on)) ORDER BY from_on) AS lodgings,
      min(party::text) AS party
    FROM bed_uses WHERE stay_id IN (SELECT id FROM concerned) GROUP BY stay_id)
  SELECT unit.name,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'number', number, 'name', name, 'openFrom', open_from)
         ORDER BY number), '[]') FROM rooms WHERE unit_id = $1) AS rooms,
    (SELECT json_agg(json_build_object('from', from_on, 'places', places, 'nightRollsAt', night_rolls_at,
         'lateCancellationDays', late_cancellation_days) ORDER BY from_on)
       FROM (SELECT DISTINCT ON (from_on) * FROM unit_settings WHERE unit_id = $1
             ORDER BY from_on, recorded_at DESC) AS in_force) AS settings,
    (SELECT coalesce(json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on,
         'nightsPerYear', nights_per_year, 'costPencePerYear', cost_pence_per_year,
         'spotPricePencePerNight', spot_price_pence_per_night) ORDER BY starts_on), '[]')
       FROM contracts WHERE unit_id = $1) AS contracts,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'roomId', room_id, 'kind', kind,
         'nights', json_build_object('from', from_on, 'to', to_on))), '[]')
       FROM closures WHERE unit_id = $1 AND from_on < $3 AND to_on > $2) AS closures,
    (SELECT coalesce(json_agg(json_build_object('id', stay.id, 'youngPersonId', stay.young_person_id,
         'familyId', person.family_id, 'kind', stay.kind,
         'status', CASE WHEN has_run_out THEN 'cancelled' ELSE stay.status END,
         'endedOn', CASE WHEN has_run_out THEN (hold_expires_at AT TIME ZONE 'Europe/London')::date ELSE ended_on END,
         'endedBy', ended_by, 'party', coalesce(lodged.party, stay.young_person_id::text),
         'nights', json_build_object('from', arrives_on, 'to', departs_on),
         'lodgings', coalesce(lodged.lodgings, '[]')) ORDER BY arrives_on, stay.id), '[]')
       FROM concerned AS stay
       JOIN young_people AS person ON person.id = stay.young_person_id
       LEFT JOIN lodged ON lodged.stay_id = stay.id
       CROSS JOIN LATERAL (SELECT stay.status = 'held' AND hold_expires_at <= $4 AS has_run_out) AS held) AS stays
  FROM units AS unit WHERE unit.id = $1`;

/** One question to the database, one answer: everything the sums may know about a unit's nights. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every stay with a night in the period, those that came to nothing by the nights they asked for. @throws NotThere */
  async read(unitId: string, { from, to }: Nights): Promise<UnitLedger> {
    const now = this.clock.now();
    const [row] = await this.database.rows<LedgerRow>(LEDGER, [unitId, from, to, now]);
    if (!row) throw new NotThere('There is no such unit.');
    return { ...row, unitId, today: tonight(now, row.settings) };
  }
}
