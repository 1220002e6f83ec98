/**
 * `npm run load:booking`: bookings a second through HTTP with all rules on, against the bare SQL of the same
 * transaction through `pg` with as many connections, on the same embedded server (durable, as in earnest), for 1, 8
 * and 32 clients over 1 and 64 units. The two take turns, a second each, so that both meet the same machine.
 * `npm run load:booking -- 10` gives each ten turns instead of five; PROFILE="--cpu-prof" is passed to the product.
 */
import { Pool } from 'pg';
import { PreparingClient } from '../../src/platform/prepared';
import { Ground } from '../support/ground';
import type { KeepAlive } from '../support/keep-alive';
import { startServer } from '../support/server';
import { startProcesses } from '../support/two-processes';
import { bookBare } from './bare-booking';
import { bookables, rate, type Bookable } from './bookings';
import { table } from './table';

const CLIENTS = [1, 8, 32];
const UNITS = [1, 64];
/** Until Node has compiled what every booking needs: a cold product takes a third of them. */
const WARM_UP = 10;

async function bookOverHttp(client: KeepAlive, { unit, youngPersonId, ...asked }: Bookable): Promise<void> {
  const { arrivesOn, departsOn } = asked;
  const stays = [{ youngPersonId, arrivesOn, departsOn }];
  const answer = await client.post('/api/stays', { unitId: unit.id, kind: 'planned', stays });
  if (answer.status !== 201) throw new Error(`Not booked: ${answer.text}`);
}

async function main(turns: number): Promise<void> {
  const server = await startServer({});
  const nodeOptions = (process.env['PROFILE'] ?? '').split(' ').filter(Boolean);
  const processes = await startProcesses({ count: 1, poolSize: 32, nodeOptions });
  const pool = new Pool({ connectionString: processes.databaseUrl, max: 32, Client: PreparingClient });
  const [client] = await processes.clientsOf('manager');
  if (!client) throw new Error('There is no process to ask.');

  const measure = async (clients: number, units: number, seconds: number): Promise<[number, number]> => {
    const ground = new Ground(processes.sql);
    const [nextOverHttp, nextBare] = [await bookables(ground, units), await bookables(ground, units)];
    let [http, bare] = [0, 0];
    for (let turn = 0; turn < seconds; turn += 1) {
      http += await rate(clients, 1000, () => bookOverHttp(client, nextOverHttp()));
      bare += await rate(clients, 1000, () => bookBare(pool, nextBare()));
    }
    return [http / seconds, bare / seconds];
  };

  try {
    await measure(8, 8, WARM_UP);
    const print = table(['bookings a second', 'clients', 'HTTP', 'bare SQL', 'ratio']);
    for (const units of UNITS)
      for (const clients of CLIENTS) {
        const [http, bare] = await measure(clients, units, turns);
        const over = `over ${units} ${units === 1 ? 'unit' : 'units'}`;
        print([over, clients, http.toFixed(0), bare.toFixed(0), (http / bare).toFixed(2)]);
      }
  } finally {
    await pool.end();
    await processes.stop();
    await server.stop();
  }
}

void main(Number(process.argv[2] ?? 5));
