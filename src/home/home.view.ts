import type { Person } from '../platform/actor';
import { placesFor, type Place } from '../platform/navigation';
import { ROLE_NAMES } from '../platform/role-names';

interface HomeView {
  readonly title: string;
  readonly caption: string;
  readonly places: readonly Place[];
}

/** The start page of those who have no board: what their role may do here. */
export function homeView(person: Person): HomeView {
  return { title: `Hello, ${person.name}`, caption: ROLE_NAMES[person.role], places: placesFor(person) };
}
