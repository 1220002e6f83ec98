import type { PoolClient } from 'pg';
import { addDays } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import type { Ground } from '../support/ground';

const ROOMS = 4;
const A_ROOM = 3;
const NIGHTS = 3;
const EVERY = 4;
const DAYS_BEHIND = 4 * 365;
const DAYS_AHEAD = 365;

const STAYS = `
  INSERT INTO stays (id, unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on, created_by_name)
  SELECT id, $2, child, 'planned', CASE WHEN "to" <= current_date THEN 'completed' ELSE 'confirmed' END,
    "from", "to", "from", 'Nobody'
  FROM jsonb_to_recordset($1::jsonb) AS stay(id uuid, child uuid, "from" date, "to" date)`;

const BEDS = `
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, stay_id, young_person_id, party)
  SELECT $2, room, bed, "from", "to", id, child, child
  FROM jsonb_to_recordset($1::jsonb) AS stay(id uuid, child uuid, room uuid, bed integer, "from" date, "to" date)`;

export interface LivedIn {
  readonly unitId: string;
  /** Four of one family, who may be with each other and with everybody. */
  readonly siblings: readonly string[];
}

/** A unit with five years of stays, three nights of four in every room, one year of them still ahead. */
export async function fiveYears(ground: Ground): Promise<LivedIn> {
  const unit = await ground.unit(ROOMS);
  const siblings = await ground.siblings(4);
  const children: string[] = [];
  for (let made = 0; made < ROOMS * A_ROOM; made += 1) children.push(...(await ground.siblings(1)));
  await ground.assess([...siblings, ...children]);
  const stays = JSON.stringify(unit.rooms.flatMap((room, index) => staysIn(room, index, children)));
  const connection = await ground.sql.connect();
  try {
    await withoutTriggers(connection, async () => {
      await connection.query(STAYS, [stays, unit.id]);
      await connection.query(BEDS, [stays, unit.id]);
    });
  } finally {
    connection.release();
  }
  return { unitId: unit.id, siblings };
}

function staysIn(room: string, index: number, children: readonly string[]): object[] {
  const first = addDays(londonDate(new Date()), index - DAYS_BEHIND);
  return Array.from({ length: Math.floor((DAYS_BEHIND + DAYS_AHEAD) / EVERY) }, (_, turn) => {
    const from = addDays(first, turn * EVERY);
    const child = children[index * A_ROOM + (turn % A_ROOM)];
    return { id: crypto.randomUUID(), child, room, bed: index + 1, from, to: addDays(from, NIGHTS) };
  });
}

/** A hundred thousand rows known to be right need not be checked one by one. */
async function withoutTriggers(connection: PoolClient, work: () => Promise<void>): Promise<void> {
  await connection.query('SET session_replication_role = replica');
  await work();
  await connection.query('RESET session_replication_role');
}
