/**
 * `npm run load:races`: every race at full size against two processes of the built product on an embedded server,
 * 100 rounds each of 2, 4, 8 and 32 clients released at once. `npm run load:races -- claim` runs the races with "claim"
 * in their name, `npm run load:races -- claim 10 2,8` ten rounds of them with 2 and with 8 clients. Ends with 1 when
 * anything was not as it must be.
 */
import { CLAIMED_CHILD_RACES } from '../support/races/claimed-children';
import { CLAIM_RACES } from '../support/races/claims';
import { REQUEST_RACES } from '../support/races/requests';
import { deadlocks, RACES, run } from '../support/races/run';
import { startServer } from '../support/server';
import { startProcesses } from '../support/two-processes';
import { spread, table } from './table';

const EVERY_RACE = [...RACES, ...REQUEST_RACES, ...CLAIM_RACES, ...CLAIMED_CHILD_RACES];

async function main(wanted: string, rounds: number, sizes: readonly number[]): Promise<void> {
  const server = await startServer({});
  const processes = await startProcesses();
  const faults: string[] = [];
  try {
    const print = table(['race', 'clients', 'rounds', 'p50 ms', 'p95', 'p99', 'max', 'wrong', 'deadlocks']);
    for (const race of EVERY_RACE.filter(({ name }) => name.includes(wanted)))
      for (const racers of sizes) {
        const ran = await run(race, processes, { rounds, racers });
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

const [wanted = '', rounds = '100', sizes = '2,4,8,32'] = process.argv.slice(2);
void main(wanted, Number(rounds), sizes.split(',').map(Number));
