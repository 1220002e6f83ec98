import { isPast } from '../domain/say-deadline';
import { mayDoTaskOf } from '../domain/task';
import type { Person } from '../platform/actor';
import type { Task } from './tasks.reader';

export function taskView(task: Task, now: Date, by: Person) {
  const { id, unitId, kind, youngPersonId, stayId, words, ownerRole, ownerId, ownerName, link } = task;
  return {
    ...{ id, unitId, kind, youngPersonId, stayId, words, ownerRole, ownerId, ownerName, link },
    state: task.doneAt ? 'done' : 'open',
    dueAt: task.dueAt.toISOString(),
    overdue: !task.doneAt && isPast(task.dueAt, now),
    raisedAt: task.raisedAt.toISOString(),
    doneAt: task.doneAt?.toISOString() ?? null,
    doneBy: task.doneByName,
    doneWords: task.doneWords,
    closedWhy: task.closedWhy,
    mayDo: !task.doneAt && mayDoTaskOf(by.role, ownerRole),
  };
}

export type TaskView = ReturnType<typeof taskView>;
