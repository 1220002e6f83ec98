import { noticeOf } from '../domain/stay-action-words';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { placesFor } from '../platform/navigation';
import { ROLE_NAMES } from '../platform/role-names';

/** What every home page has; those whose work is not laid out on it see where they can go. */
export function homeView(person: Person) {
  const isLaidOut = may(person.role, 'change the diary');
  return {
    title: `Hello, ${person.name}`,
    caption: ROLE_NAMES[person.role],
    places: isLaidOut ? [] : placesFor(person),
  };
}

/** What was done from this page, and for whom where that can still be told. */
export function noticeFor(done: string, who: string | undefined): string | undefined {
  const notice = noticeOf(done);
  return notice && who ? `${who}: ${notice.charAt(0).toLowerCase()}${notice.slice(1)}` : notice;
}
