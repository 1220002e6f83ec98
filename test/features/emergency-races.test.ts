import { CLAIMED_CHILD_RACES } from '../support/races/claimed-children';
import { CLAIM_RACES } from '../support/races/claims';
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
  { racers: 8, rounds: 1 },
];

describe('two processes race for one bed in an emergency, and both tell the truth', () => {
  for (const race of [...CLAIM_RACES, ...CLAIMED_CHILD_RACES])
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
