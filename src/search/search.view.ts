import type { CalendarDate } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Found } from './found.service';
import { foundGroups } from './found.view';
import { pagesNamed } from './pages-named';

const SHORTEST = 2;

export function isLongEnough(asked: string): boolean {
  return asked.length >= SHORTEST;
}

/** @param found nothing while nothing that is long enough was asked. */
export function searchView(asked: string, found: Found | undefined, today: CalendarDate, reader: Person) {
  const groups = found
    ? [
        ...foundGroups(found, asked, today, reader),
        { title: 'Pages', lines: pagesNamed(asked, reader) },
      ].filter(({ lines }) => lines.length > 0)
    : [];
  return {
    title: asked ? `Search: ${asked}` : 'Search',
    searched: asked,
    groups,
    nothing: found ? nothingFound(asked, reader) : askFirst(asked, reader),
  };
}

function askFirst(asked: string, { role }: Person): string {
  if (asked) return `Type at least ${SHORTEST} letters.`;
  return may(role, 'look people up')
    ? 'Type a name, a case reference, a family’s reference, a room, or what you want to do.'
    : 'Type the name of a unit, or what you want to do.';
}

function nothingFound(asked: string, { role }: Person): string {
  const also = may(role, 'look people up')
    ? 'Check the spelling, or try a case reference. You find only those you work with.'
    : 'Try another word. Names of young people are not searched: your role does not see them.';
  return `Nothing is called “${asked}”. ${also}`;
}
