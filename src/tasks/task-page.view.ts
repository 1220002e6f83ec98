import { sayMoment } from '../domain/say-moment';
import { mayDoTaskOf, rolesThatMayDo } from '../domain/task';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { ROLE_NAMES } from '../platform/role-names';
import type { TaskForm } from './task-form';
import { taskLine } from './task-line.view';
import type { Task } from './tasks.reader';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export function taskPageView(
  task: Task,
  colleagues: readonly Colleague[],
  { now, by, form, errors }: { now: Date; by: Person; form: TaskForm; errors: readonly FieldError[] },
) {
  const line = taskLine(task, now, by);
  const mayDo = !task.doneAt && mayDoTaskOf(by.role, task.ownerRole);
  return {
    title: line.kind,
    back: { text: 'Back to tasks', href: '/tasks' },
    errors,
    line,
    facts: factsOf(task, by),
    form: mayDo ? form : undefined,
    completion: `${line.href}/completion`,
    owner: `${line.href}/owner`,
    takeAs: mayDo && task.ownerId !== by.id ? by.id : undefined,
    colleagues: [
      { value: '', text: 'Choose a colleague' },
      ...colleagues.filter(({ id }) => id !== by.id).map(({ id, name }) => ({ value: id, text: name })),
    ],
    notYours:
      mayDo || task.doneAt
        ? undefined
        : `It is done by: ${rolesThatMayDo(task.ownerRole)
            .map((role) => ROLE_NAMES[role].toLowerCase())
            .join(', ')}.`,
  };
}

function factsOf(task: Task, by: Person) {
  const { youngPersonId, youngPersonName, stayId, link, ownerRole, ownerName, dueAt, raisedAt, unitName } =
    task;
  const knows = may(by.role, 'know who stays');
  const stayHref = stayId ? `/stays/${stayId}` : undefined;
  const whole = [
    youngPersonName
      ? { key: 'About', text: youngPersonName, href: `/young-people/${youngPersonId ?? ''}` }
      : undefined,
    stayHref ? { key: 'Stay', text: 'See the stay', href: stayHref } : undefined,
    link && knows && link !== stayHref
      ? { key: 'Where', text: 'Go to where it is done', href: link }
      : undefined,
    { key: 'Due', text: sayMoment(dueAt) },
    { key: 'For', text: ROLE_NAMES[ownerRole] },
    { key: 'Taken by', text: ownerName ?? 'Nobody yet' },
    { key: 'Raised', text: sayMoment(raisedAt) },
    { key: 'Unit', text: unitName },
  ];
  return whole.filter((fact) => fact !== undefined);
}
