/**
 * `npm run load:date-search`: 365 starts searched for one young person and for four siblings in a unit with five years
 * of stays, with 1 and with 64 such units in the database: how long the product takes to answer over a kept loopback
 * connection, how much of that it took at the server on average, and what next to nothing (`/health/ready`) takes.
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

/** How many searches the process says it has answered, and how long they took it, from the first byte in to the last out. */
async function atServer(client: KeepAlive): Promise<{ seconds: number; answers: number }> {
  const { text } = await client.get('/metrics');
  const told = (what: string) =>
    Number(
      new RegExp(`^http_request_duration_seconds_${what}{[^}]*date-searches[^}]*} (\\S+)$`, 'm').exec(
        text,
      )?.[1],
    );
  return { seconds: told('sum'), answers: told('count') };
}

async function times(runs: number, ask: () => Promise<Answer>, warmUp = WARM_UP): Promise<number[]> {
  for (let run = 0; run < warmUp; run += 1) await ask();
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
    const print = table([`${STARTS} starts`, 'units', 'p50 ms', 'p95', 'p99', 'max', 'at server']);
    const units: LivedIn[] = [];
    for (const count of [1, 64]) {
      while (units.length < count) units.push(await fiveYears(ground));
      await processes.sql.query('ANALYZE');
      const [unit] = units;
      if (!unit) throw new Error('There is no unit to search.');
      const ready = await times(runs, () => client.get('/health/ready'));
      print(['/health/ready', count, ...spread(ready)]);
      for (const together of [1, 4]) {
        await times(0, () => search(client, unit, together));
        const before = await atServer(client);
        const took = await times(runs, () => search(client, unit, together), 0);
        const after = await atServer(client);
        const mean = (1000 * (after.seconds - before.seconds)) / (after.answers - before.answers);
        const who = together === 1 ? 'one young person' : 'four siblings';
        print([who, count, ...spread(took), mean.toFixed(1)]);
      }
    }
  } finally {
    await processes.stop();
    await server.stop();
  }
}

void main(Number(process.argv[2] ?? 60));
