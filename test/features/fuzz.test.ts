import { fuzz } from '../support/fuzz/fuzz';
import { startProcesses, type Processes } from '../support/two-processes';

let processes: Processes;
beforeAll(async () => {
  processes = await startProcesses({ count: 1 });
});
afterAll(() => processes.stop());

/** The full size is `npm run load:fuzz`, which chooses a new seed each time. */
it('answers whatever is asked of it with what was wrong, never with a failure of its own', async () => {
  const [client] = await processes.clientsOf('manager');
  if (!client) throw new Error('There is no process to ask.');
  const { faults } = await fuzz(processes, client, { runs: 1500, seed: 20260311 });
  expect(faults.slice(0, 10)).toEqual([]);
  expect(processes.complaints()).toBe('');
});
