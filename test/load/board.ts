/**
 * `npm run load:board`: how long the board and the reports take, one reader at a time, on a database with 64 units of
 * four rooms and five years of stays in each, through HTTP to a process of the built product.
 */
import type { Pool } from 'pg';
import { addDays } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import { Ground } from '../support/ground';
import { startServer } from '../support/server';
import { startProcesses } from '../support/two-processes';
import { spread, table } from './table';

const UNITS = 64;
const YEARS = 5;
const ROUNDS = 60;

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

async function main(): Promise<void> {
  const server = await startServer({});
  const processes = await startProcesses({ count: 1 });
  try {
    const today = londonDate(new Date());
    const first = addDays(today, -365 * YEARS);
    const unitId = await lay(processes.sql, first, today);
    const [client] = await processes.clientsOf('manager');
    const print = table(['', 'p50 ms', 'p95', 'p99', 'max', 'kB']);
    for (const [name, path] of questions(unitId, first, today)) {
      const took: number[] = [];
      let size = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const answer = await client?.get(path);
        if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status ?? 'not at all'}`);
        took.push(answer.took);
        size = Buffer.byteLength(answer.text);
      }
      print([name, ...spread(took), (size / 1000).toFixed(0)]);
    }
  } finally {
    await processes.stop();
    await server.stop();
  }
}

async function lay(sql: Pool, first: string, today: string): Promise<string> {
  const ground = new Ground(sql);
  let last = '';
  for (let made = 0; made < UNITS; made += 1) {
    const unit = await ground.unit();
    const people = await ground.siblings(80);
    const client = await sql.connect();
    // The history is known to be right: only the exclusion constraints look at it.
    await client.query("SET session_replication_role = 'replica'");
    await client.query(STAYS, [unit.id, unit.rooms, people, first, 365 * YEARS + 60, today]);
    await client.query("SET session_replication_role = 'origin'");
    client.release();
    await sql.query(CONTRACT, [unit.id, first, addDays(today, 400)]);
    last = unit.id;
  }
  await sql.query('ANALYZE');
  return last;
}

function questions(unitId: string, first: string, today: string): [name: string, path: string][] {
  const board = (nights: number) =>
    `/api/board?unitId=${unitId}&from=${addDays(today, -1)}&to=${addDays(today, nights - 1)}`;
  const years = `unitId=${unitId}&from=${first}&to=${today}`;
  const year = `unitId=${unitId}&from=${addDays(today, -365)}&to=${today}`;
  return [
    ['board of 14 nights', board(14)],
    ['board of 91 nights', board(91)],
    ['board of 400 nights', board(400)],
    ['page of the board, 14 nights', `/board?unit=${unitId}`],
    ['page of the board, 28 nights', `/board?unit=${unitId}&nights=28`],
    ['occupancy of a year by month', `/api/reports/occupancy?${year}&by=month`],
    ['occupancy of five years by week', `/api/reports/occupancy?${years}&by=week`],
    ['cost of five years', `/api/reports/cost?${years}`],
    [
      'page of occupancy and cost, a year',
      `/occupancy?unit=${unitId}&from=${addDays(today, -365)}&to=${today}`,
    ],
    ['page of occupancy and cost, five years', `/occupancy?unit=${unitId}&from=${first}&to=${today}`],
    ['chart of a year', `/occupancy/chart.svg?unit=${unitId}&from=${addDays(today, -365)}&to=${today}`],
  ];
}

void main();
