import type { Pool } from 'pg';
import { addDays } from '../../src/domain/calendar-date';
import type { Ground, LaidUnit } from '../support/ground';

const PEOPLE = 80;

/** In every room three nights of four, by one of twenty young people in turn; those to come are booked. */
const STAYS = `
  WITH laid AS (
    SELECT gen_random_uuid() AS id, room,
      ($4::date + (begins * 4 + room)) AS arrives, ($4::date + (begins * 4 + room + 3)) AS departs,
      ($3::uuid[])[(room - 1) * 20 + begins % 20 + 1] AS person
    FROM generate_series(1, 4) AS room, generate_series(0, $5::int / 4) AS begins),
  written AS (
    INSERT INTO stays (id, unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on, created_by_name)
    SELECT id, $1, person, 'planned',
      CASE WHEN departs <= $6::date THEN 'completed' WHEN arrives <= $6::date THEN 'in-residence' ELSE 'confirmed' END,
      arrives, departs, arrives - 30, 'Test' FROM laid)
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party)
  SELECT $1, ($2::uuid[])[room], room, arrives, departs, id, person, person FROM laid`;

const CONTRACT = `
  INSERT INTO contracts (unit_id, starts_on, ends_on, nights_per_year, cost_pence_per_year)
  VALUES ($1, $2, $3, 1440, 67275000)`;

export interface Span {
  readonly first: string;
  readonly today: string;
  /** Nights from today on that are booked already. */
  readonly ahead: number;
}

/** A unit's stays from a first day on, and its contract. */
export async function layHistory(
  sql: Pool,
  ground: Ground,
  unit: LaidUnit,
  { first, today, ahead }: Span,
): Promise<void> {
  const people = await ground.siblings(PEOPLE);
  const days = Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000) + ahead;
  const client = await sql.connect();
  // The history is known to be right: only the exclusion constraints look at it.
  await client.query("SET session_replication_role = 'replica'");
  await client.query(STAYS, [unit.id, unit.rooms, people, first, days, today]);
  await client.query("SET session_replication_role = 'origin'");
  client.release();
  await sql.query(CONTRACT, [unit.id, first, addDays(today, 400)]);
}
