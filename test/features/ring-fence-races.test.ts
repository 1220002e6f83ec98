import { Ground } from '../support/ground';
import { bodyOf, type Answer, type KeepAlive } from '../support/keep-alive';
import { deadlocks } from '../support/races/run';
import { startProcesses, type Processes } from '../support/two-processes';

let processes: Processes;
let managers: readonly KeepAlive[];
let deputies: readonly KeepAlive[];
beforeAll(async () => {
  processes = await startProcesses();
  managers = await processes.clientsOf('manager');
  deputies = await processes.clientsOf('deputy');
});
afterAll(() => processes.stop());

interface Change {
  readonly from: string;
  readonly reason: string | null;
  readonly superseded: boolean;
  readonly visitPlaces: number;
  readonly ringFence: { readonly keptForPlanned: number };
}

const ROUNDS = 5;

/** One of each process, a manager's and a deputy's. */
function racers(): [KeepAlive, KeepAlive] {
  const [manager, deputy] = [managers[0], deputies[1]];
  if (!manager || !deputy) throw new Error('There is no process to ask.');
  return [manager, deputy];
}

async function changesOf(unitId: string): Promise<Change[]> {
  const answer = await racers()[0].get(`/api/units/${unitId}/settings-changes`);
  return (bodyOf(answer) as { items: Change[] }).items;
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

describe('two who change the ring-fence at once, at two processes', () => {
  it('are both kept, and the later one holds', async () => {
    const ground = new Ground(processes.sql);
    for (let round = 0; round < ROUNDS; round += 1) {
      const unit = await ground.unit();
      const answers = await Promise.all(
        racers().map((racer, index) =>
          racer.post(`/api/units/${unit.id}/settings`, {
            from: '2031-03-11',
            ringFence: { keptForPlanned: 1 + index },
            reason: `Racer ${index}.`,
          }),
        ),
      );
      expect(statuses(answers)).toEqual([201, 201]);
      const [last, first, opened, ...others] = await changesOf(unit.id);
      expect(others).toEqual([]);
      expect([last?.superseded, first?.superseded, opened?.superseded]).toEqual([false, true, false]);
      expect([last?.reason, first?.reason].sort()).toEqual(['Racer 0.', 'Racer 1.']);
      expect(last?.ringFence.keptForPlanned).toBe(last?.reason === 'Racer 0.' ? 1 : 2);
    }
  });

  it('for nights that meet, or with another setting, do not undo each other', async () => {
    const ground = new Ground(processes.sql);
    for (let round = 0; round < ROUNDS; round += 1) {
      const unit = await ground.unit();
      const [manager, deputy] = racers();
      const path = `/api/units/${unit.id}/settings`;
      const ringFence = { keptForPlanned: 2 };
      const answers = await Promise.all([
        manager.post(path, { from: '2031-06-01', visitPlaces: 1 }),
        deputy.post(path, { from: '2031-03-11', ringFence, reason: 'At once.' }),
      ]);
      expect(statuses(answers)).toEqual([201, 201]);
      const holding = (await changesOf(unit.id)).filter(({ superseded }) => !superseded);
      expect(
        holding.map(({ from, ringFence: { keptForPlanned }, visitPlaces }) => [
          from,
          keptForPlanned,
          visitPlaces,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['2031-06-01', 2, 1],
          ['2031-03-11', 2, 4],
        ]),
      );
    }
  });

  it('without a deadlock and without anything going wrong on the way', async () => {
    expect(await deadlocks(processes)).toBe(0);
    expect(processes.complaints()).toBe('');
  });
});
