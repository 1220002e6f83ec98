/**
 * `npm run load:races`: every race at full size against two processes of the built product on an embedded server,
 * 100 rounds each of 2, 4, 8 and 32 clients released at once. `npm run load:races -- 10 bed` runs ten rounds of the
 * races with "bed" in their name. Ends with 1 when anything was not as it must be.
 */
import { REQUEST_RACES } from '../support/races/requests';
import { deadlocks, RACES, run } from '../support/races/run';
import { startServer } from '../support/server';
import { startProcesses } from '../support/two-processes';
import { spread, table } from './table';

const CLIENTS = [2, 4, 8, 32];

async function main(rounds: number, wanted: string): Promise<void> {
  const server = await startServer({});
  const processes = await startProcesses();
  const faults: string[] = [];
  try {
    const clients = await processes.clientsOf('manager');
    const print = table(['race', 'clients', 'rounds', 'p50 ms', 'p95', 'p99', 'max', 'wrong', 'deadlocks']);
    for (const race of [...RACES, ...REQUEST_RACES].filter(({ name }) => name.includes(wanted)))
      for (const racers of CLIENTS) {
        const ran = await run(race, processes, clients, { rounds, racers });
        const found = ran.faults.length;
        print([race.name, racers, rounds, ...spread(ran.took), found, await deadlocks(processes)]);
        faults.push(...ran.faults.slice(0, 5).map((fault) => `${race.name}, ${racers} clients, ${fault}`));
      }
    faults.push(...(processes.complaints() === '' ? [] : [processes.complaints()]));
  } finally {
    await processes.stop();
    await server.stop();
  }
  console.log(faults.length === 0 ? '\nNobody wrong got in.' : `\n${faults.join('\n')}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const [rounds = '100', wanted = ''] = process.argv.slice(2);
void main(Number(rounds), wanted);
