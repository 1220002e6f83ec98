/**
 * `npm run load:fuzz`: 6,000 requests over the whole OpenAPI document, from almost right to nonsense; prints how they
 * were answered and every answer that was wrong. `npm run load:fuzz -- 20000 42` asks more, from the seed 42.
 */
import { fuzz } from '../support/fuzz/fuzz';
import { startServer, NOT_DURABLE } from '../support/server';
import { startProcesses } from '../support/two-processes';
import { table } from './table';

async function main(runs: number, seed: number): Promise<void> {
  const server = await startServer(NOT_DURABLE);
  const processes = await startProcesses({ count: 1 });
  try {
    const [client] = await processes.clientsOf('manager');
    if (!client) throw new Error('There is no process to ask.');
    const { requests, byStatus, faults } = await fuzz(processes, client, { runs, seed });
    const print = table([`${requests} requests from the seed ${seed}`, 'answers']);
    for (const [status, count] of Object.entries(byStatus)) print([status, count]);
    console.log(faults.length === 0 ? '\nNone was answered wrongly.' : `\n${faults.join('\n\n')}`);
    console.log(processes.complaints());
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await processes.stop();
    await server.stop();
  }
}

const [runs = '6000', seed] = process.argv.slice(2);
void main(Number(runs), Number(seed ?? Date.now() % 1_000_000));
