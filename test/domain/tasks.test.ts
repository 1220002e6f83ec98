import { sayDeadline } from '../../src/domain/say-deadline';
import { isTaskOf, mayDoTaskOf, rolesThatMayDo, TASK_OWNERS } from '../../src/domain/task';

const now = new Date('2026-03-11T12:00:00Z');

describe('when a task is due', () => {
  it.each([
    ['2026-03-11T11:59:40Z', 'Overdue by 1 minute'],
    ['2026-03-11T11:20:00Z', 'Overdue by 40 minutes'],
    ['2026-03-11T11:00:00Z', 'Overdue by 1 hour'],
    ['2026-03-09T13:00:00Z', 'Overdue by 47 hours'],
    ['2026-03-09T12:00:00Z', 'Overdue by 2 days'],
    ['2026-03-11T12:00:00Z', 'Due today at midday'],
    ['2026-03-11T17:00:00Z', 'Due today at 5pm'],
    ['2026-03-12T09:30:00Z', 'Due tomorrow at 9:30am'],
    ['2026-03-16T17:00:00Z', 'Due Mon 16 March 2026 at 5pm'],
    ['2026-03-30T16:00:00Z', 'Due Mon 30 March 2026 at 5pm'],
  ])('%s is said as people say it', (dueAt, said) => {
    expect(sayDeadline(new Date(dueAt), now)).toBe(said);
  });
});

describe('a task', () => {
  it('is done by those it belongs to and those above; a deputy stands in for the manager', () => {
    expect(rolesThatMayDo('staff')).toEqual([...TASK_OWNERS]);
    expect(rolesThatMayDo('deputy')).toEqual(['deputy', 'manager', 'service-manager']);
    expect(rolesThatMayDo('manager')).toEqual(['deputy', 'manager', 'service-manager']);
    expect(rolesThatMayDo('service-manager')).toEqual(['service-manager']);
  });

  it('is the deputy’s own when it is the manager’s, and nobody’s own who is above', () => {
    const own = TASK_OWNERS.map((role) => TASK_OWNERS.filter((owner) => isTaskOf(role, owner)));
    expect(own).toEqual([['staff'], ['deputy', 'manager'], ['deputy', 'manager'], ['service-manager']]);
  });

  it('is never done by somebody who is none of them', () => {
    for (const role of ['worker', 'edt', 'finance', 'auditor', 'administrator', 'system', 'toString'])
      for (const owner of TASK_OWNERS) expect(mayDoTaskOf(role, owner)).toBe(false);
  });
});
