import { REQUEST_RACES } from '../support/races/requests';
import { deadlocks, run } from '../support/races/run';
import { startProcesses, type Processes } from '../support/two-processes';

let processes: Processes;
beforeAll(async () => {
  processes = await startProcesses();
});
afterAll(() => processes.stop());

/** The full size is `npm run load:races`. */
const SIZES = [
  { racers: 2, rounds: 4 },
  { racers: 8, rounds: 2 },
];

describe('two processes race for one request, and it ends one way', () => {
  for (const race of REQUEST_RACES)
    it(race.name, async () => {
      for (const size of SIZES) {
        const { faults } = await run(race, processes, size);
        expect(faults).toEqual([]);
      }
    });

  it('without a deadlock and without anything going wrong on the way', async () => {
    expect(await deadlocks(processes)).toBe(0);
    expect(processes.complaints()).toBe('');
  });
});
