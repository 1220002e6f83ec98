import { isPast, sayDeadline } from '../domain/say-deadline';
import { sayMoment } from '../domain/say-moment';
import { TASK_WORDS } from '../domain/task';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { ROLE_NAMES } from '../platform/role-names';
import type { Task } from './tasks.reader';

/** A task as lists and its own page show it. */
export function taskLine(task: Task, now: Date, by: Person) {
  const { id, kind, words, youngPersonId, youngPersonName, unitName, ownerRole, ownerName, doneAt } = task;
  return {
    kind: TASK_WORDS[kind],
    words,
    href: `/tasks/${id}`,
    isOverdue: !doneAt && isPast(task.dueAt, now),
    status: statusOf(task, now),
    who: youngPersonName ?? undefined,
    whoHref:
      youngPersonName && may(by.role, 'know who stays') ? `/young-people/${youngPersonId ?? ''}` : undefined,
    unit: unitName,
    owner: ownerName ? `${ownerName} has taken it` : `For: ${ROLE_NAMES[ownerRole].toLowerCase()}`,
    fate: doneAt
      ? { words: task.doneWords ?? undefined, who: `${task.doneByName ?? ''}, ${sayMoment(doneAt)}` }
      : undefined,
  };
}

function statusOf({ closedWhy, dueAt }: Task, now: Date): { text: string; tone: string } {
  if (closedWhy === 'done') return { text: 'Done', tone: 'good' };
  if (closedWhy) return { text: 'No longer needed', tone: 'quiet' };
  return { text: sayDeadline(dueAt, now), tone: isPast(dueAt, now) ? 'bad' : 'careful' };
}
