import { bookedTasks } from '../../src/domain/claim-tasks';
import type { FindingCode } from '../../src/domain/findings';

/** A Friday's. */
const NIGHT = '2026-03-13';

function kinds(...codes: FindingCode[]) {
  return bookedTasks(
    NIGHT,
    codes.map((code) => ({ code, level: 'inform' as const })),
  ).map(({ kind }) => kind);
}

describe('an emergency booked without a claim', () => {
  it('leaves nothing to do when it is planned, consented to and beside nobody unassessed', () => {
    expect(kinds()).toEqual([]);
    expect(kinds('controls', 'room-move')).toEqual([]);
  });

  it('leaves a full assessment, due the next working day at 17:00', () => {
    const [task] = bookedTasks(NIGHT, [{ code: 'not-assessed', level: 'authorise' }]);
    expect(task).toMatchObject({ kind: 'full-assessment', owner: 'manager' });
    expect(task?.dueAt).toEqual(new Date('2026-03-16T17:00:00Z'));
  });

  it('leaves a plan to write, and what it rests on to record, where no agreed plan says so', () => {
    for (const code of ['no-plan', 'plan-not-agreed', 'outside-plan'] as const)
      expect(kinds(code)).toEqual(['missing-facts', 'placement-plan']);
    expect(kinds('consent')).toEqual(['missing-facts']);
    expect(kinds('cas-plan-not-open')).toEqual(['placement-plan']);
  });
});
