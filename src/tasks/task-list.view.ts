import type { Person } from '../platform/actor';
import type { Listing } from '../platform/listing';
import { taskLine } from './task-line.view';
import type { Task } from './tasks.reader';

export const SHOWN = ['all', 'mine', 'done'] as const;
export type Shown = (typeof SHOWN)[number];

const TABS: Readonly<Record<Shown, string>> = { all: 'Everybody’s', mine: 'Yours', done: 'Done' };

const NOTHING: Readonly<Record<Shown, string>> = {
  all: 'Nothing is to be done: everything that was raised is settled.',
  mine: 'Nothing waits for you.',
  done: 'Nothing has been done yet.',
};

export function taskListView(
  { items, nextCursor }: Listing<Task>,
  shown: Shown,
  now: Date,
  by: Person,
  notice: string | undefined,
) {
  const isOneUnit = new Set(items.map(({ unitId }) => unitId)).size < 2;
  const lines = items.map((task) => {
    const line = taskLine(task, now, by);
    return isOneUnit ? { ...line, unit: undefined } : line;
  });
  return {
    title: 'Tasks',
    notice,
    tabs: SHOWN.map((each) => ({ text: TABS[each], href: hrefOf(each), isCurrent: each === shown })),
    groups: [
      { title: 'Overdue', lines: lines.filter(({ isOverdue }) => isOverdue) },
      {
        title: shown === 'done' ? 'Done' : 'Still to come',
        lines: lines.filter(({ isOverdue }) => !isOverdue),
      },
    ].filter(({ lines: within }) => within.length > 0),
    nothing: NOTHING[shown],
    more: nextCursor ? `${hrefOf(shown)}${shown === 'all' ? '?' : '&'}cursor=${nextCursor}` : undefined,
  };
}

function hrefOf(shown: Shown): string {
  return shown === 'all' ? '/tasks' : `/tasks?show=${shown}`;
}
