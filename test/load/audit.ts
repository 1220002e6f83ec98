/**
 * `npm run load:audit`: what the audit trail costs a booking, over HTTP on a durable server, with it off and on by turns
 * of a second in one run, for 1 and 8 clients; and how long a hundred thousand entries take to be verified.
 * `npm run load:audit -- 20` gives each twenty turns instead of ten.
 */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { AuditTrail } from '../../src/platform/audit/audit-trail';
import { AuditVerification } from '../../src/platform/audit/verification.service';
import { Clock } from '../../src/platform/clock';
import { Ground } from '../support/ground';
import { KeepAlive } from '../support/keep-alive';
import { startProduct, type Product } from '../support/product';
import { startServer } from '../support/server';
import { bookables, rate, type Bookable } from './bookings';
import { table } from './table';

const CLIENTS = [1, 8];
const WARM_UP = 8;
const ENTRIES = 100_000;
const A_TRANSACTION = 500;
const UNITS = 8;

const WRITE = `
  INSERT INTO audit_entries (actor_id, actor_name, actor_role, action, unit_id, young_person_id, subject_id, before, after,
    reason, request_id)
  SELECT gen_random_uuid(), 'Somebody', 'manager', 'stay.moved', ($1::uuid[])[1 + number % ${UNITS}], gen_random_uuid(),
    gen_random_uuid(), '{"arrivesOn": "2026-03-13", "roomId": "1"}', '{"arrivesOn": "2026-03-14", "roomId": "2"}',
    'The room is being painted.', gen_random_uuid()
  FROM generate_series(1, ${A_TRANSACTION}) AS number`;

async function book(
  client: KeepAlive,
  { unit, youngPersonId, arrivesOn, departsOn }: Bookable,
): Promise<void> {
  const stays = [{ youngPersonId, arrivesOn, departsOn }];
  const answer = await client.post('/api/stays', { unitId: unit.id, kind: 'planned', stays });
  if (answer.status !== 201) throw new Error(`Not booked: ${answer.text}`);
}

/** What is written apart is not, and what a statement writes with its change is nothing. */
function turnOff(trail: AuditTrail): void {
  const parameters = trail.parameters.bind(trail);
  trail.record = () => Promise.resolve();
  trail.parameters = (by) => parameters(by);
}

function turnOn(trail: AuditTrail): void {
  Reflect.deleteProperty(trail, 'record');
  Reflect.deleteProperty(trail, 'parameters');
}

async function costOfABooking(product: Product<Clock>, sql: Pool, turns: number): Promise<void> {
  const client = new KeepAlive(product.baseUrl, product.tokenOf('manager'));
  const trail = product.app.get(AuditTrail);
  const turn = async (clients: number, isOn: boolean, next: () => Bookable): Promise<number> => {
    if (isOn) turnOn(trail);
    else turnOff(trail);
    return rate(clients, 1000, () => book(client, next()));
  };
  const measure = async (clients: number, times: number): Promise<[number, number]> => {
    const next = await bookables(new Ground(sql), UNITS);
    let [off, on] = [0, 0];
    for (let time = 0; time < times; time += 1) {
      off += await turn(clients, false, next);
      on += await turn(clients, true, next);
    }
    return [off / times, on / times];
  };
  await measure(8, WARM_UP);
  const print = table(['bookings a second', 'clients', 'trail off', 'trail on', 'on / off']);
  for (const clients of CLIENTS) {
    const [off, on] = await measure(clients, turns);
    print(['', clients, off.toFixed(1), on.toFixed(1), (on / off).toFixed(3)]);
  }
  client.close();
}

async function timeToVerify({ app }: Product<Clock>, sql: Pool): Promise<void> {
  const units = Array.from({ length: UNITS }, () => randomUUID());
  for (let written = 0; written < ENTRIES; written += A_TRANSACTION) await sql.query(WRITE, [units]);
  const began = performance.now();
  const { whole, entries } = await app.get(AuditVerification).verify();
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${entries} entries ${whole ? 'are whole' : 'are BROKEN'}: verified in ${seconds.toFixed(1)} s.`,
  );
}

async function main(turns: number): Promise<void> {
  const server = await startServer({});
  const product = await startProduct(new Clock());
  const sql = new Pool({ connectionString: product.databaseUrl, max: 4 });
  try {
    await costOfABooking(product, sql, turns);
    await timeToVerify(product, sql);
  } finally {
    await sql.end();
    await product.close();
    await server.stop();
  }
}

void main(Number(process.argv[2] ?? 10));
