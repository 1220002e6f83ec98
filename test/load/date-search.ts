/**
 * `npm run load:date-search`: 365 starts searched for one young person and for four siblings in a unit with five years
 * of stays, with 1 and with 64 such units in the database: how long the product takes to answer over a kept loopback
 * connection, and what next to nothing (`/health/ready`) takes the same way.
 */
import { addDays } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import { Ground } from '../support/ground';
import { bodyOf, type Answer, type KeepAlive } from '../support/keep-alive';
import { NOT_DURABLE, startServer } from '../support/server';
import { startProcesses } from '../support/two-processes';
import { fiveYears, type LivedIn } from './five-years';
import { spread, table } from './table';

const STARTS = 365;
const WARM_UP = 20;

async function search(client: KeepAlive, { unitId, siblings }: LivedIn, together: number): Promise<Answer> {
  const earliest = londonDate(new Date());
  const window = { earliest, latest: addDays(earliest, STARTS - 1), nights: 3 };
  const answer = await client.post('/api/date-searches', {
    unitId,
    youngPersonIds: siblings.slice(0, together),
    ...window,
  });
  const { items } = bodyOf(answer) as { items?: unknown[] };
  if (items?.length !== STARTS) throw new Error(`Not searched: ${answer.text.slice(0, 300)}`);
  return answer;
}

async function times(runs: number, ask: () => Promise<Answer>): Promise<number[]> {
  for (let run = 0; run < WARM_UP; run += 1) await ask();
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) took.push((await ask()).took);
  return took;
}

async function main(runs: number): Promise<void> {
  const server = await startServer(NOT_DURABLE);
  const processes = await startProcesses({ count: 1 });
  try {
    const ground = new Ground(processes.sql);
    const [client] = await processes.clientsOf('manager');
    if (!client) throw new Error('There is no process to ask.');
    const print = table([`${STARTS} starts`, 'units', 'p50 ms', 'p95', 'p99', 'max']);
    const units: LivedIn[] = [];
    for (const count of [1, 64]) {
      while (units.length < count) units.push(await fiveYears(ground));
      await processes.sql.query('ANALYZE');
      const [unit] = units;
      if (!unit) throw new Error('There is no unit to search.');
      print(['/health/ready', count, ...spread(await times(runs, () => client.get('/health/ready')))]);
      for (const together of [1, 4]) {
        const took = await times(runs, () => search(client, unit, together));
        print([together === 1 ? 'one young person' : 'four siblings', count, ...spread(took)]);
      }
    }
  } finally {
    await processes.stop();
    await server.stop();
  }
}

void main(Number(process.argv[2] ?? 60));
