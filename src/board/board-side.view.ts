import { initialsOf } from '../domain/initials';
import type { BoardSide } from './board-sides.service';
import { stayAt } from './board-links';

export interface SideList {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly href: string }[];
  readonly nobody: string;
  readonly all: { readonly text: string; readonly href: string };
}

const MOST = 6;

/** Today's arrivals, departures, visits and tasks, by initials: the board hangs where everybody can see it. */
export function sideLists({ day, visits, tasks, names }: BoardSide, unitId: string): SideList[] {
  const initials = (youngPersonId: string) => initialsOf(names.get(youngPersonId) ?? '');
  const stay = ({ id, youngPersonId }: { readonly id: string; readonly youngPersonId: string }) => ({
    text: initials(youngPersonId),
    href: stayAt(id),
  });
  const home = { text: 'Record it on the home page', href: `/?unit=${unitId}` };
  return [
    { title: 'Arriving', lines: day.work.arrivals.map(stay), nobody: 'Nobody arrives.', all: home },
    { title: 'Leaving', lines: day.work.departures.map(stay), nobody: 'Nobody leaves.', all: home },
    {
      title: 'Visiting',
      lines: visits.map(({ id, youngPersonId, fromTime, toTime }) => ({
        text: `${initials(youngPersonId)}, ${fromTime.slice(0, 5)} to ${toTime.slice(0, 5)}`,
        href: `/day-visits/${id}`,
      })),
      nobody: 'Nobody visits.',
      all: { text: 'All visits of today and later', href: `/day-visits?unit=${unitId}` },
    },
    {
      title: 'Due',
      lines: tasks.slice(0, MOST).map(({ id, words }) => ({ text: words, href: `/tasks/${id}` })),
      nobody: 'No task is due.',
      all: {
        text: tasks.length > MOST ? `See all ${tasks.length} that are due` : 'See what is due',
        href: '/tasks',
      },
    },
  ];
}
