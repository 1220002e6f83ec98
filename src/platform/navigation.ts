import type { Person } from './actor';
import { may, type Permission } from './may';

export interface Place {
  readonly text: string;
  readonly href: string;
  /** What one can do there, for people who are new. */
  readonly about: string;
}

interface Guarded extends Place {
  readonly needs: Permission;
}

/** Every place of the product, in the order of a day's work. */
const PLACES: readonly Guarded[] = [
  {
    text: 'Board',
    href: '/board',
    needs: 'look at the board',
    about: 'See every room and night, and book a stay.',
  },
  {
    text: 'Tasks',
    href: '/tasks',
    needs: 'look at tasks',
    about: 'See what is due, whose it is, and say what was done.',
  },
  {
    text: 'Tonight',
    href: '/tonight',
    needs: 'claim emergency beds',
    about: 'See whether there is a bed tonight, and claim it in an emergency.',
  },
  {
    text: 'Handover',
    href: '/handovers',
    needs: 'read handovers',
    about: 'See who came in an emergency last night, and what the day has to do.',
  },
  {
    text: 'Requests',
    href: '/requests',
    needs: 'look at requests',
    about: 'See who asks for a break, and what became of it.',
  },
  {
    text: 'Families',
    href: '/families',
    needs: 'look at plans',
    about: 'See a family’s plan, what was agreed for each young person, and what is due.',
  },
  {
    text: 'Young people',
    href: '/young-people',
    needs: 'know who stays',
    about: 'Find a young person, and see who can stay together.',
  },
  {
    text: 'Day visits',
    href: '/day-visits',
    needs: 'book day visits',
    about: 'See who comes for a few hours, and book a visit.',
  },
  {
    text: 'Assessments',
    href: '/assessments',
    needs: 'judge who may stay together',
    about: 'See which pairs somebody waits for, and judge them.',
  },
  {
    text: 'Compatibility',
    href: '/compatibility',
    needs: 'judge who may stay together',
    about: 'See who is likely to meet, and which nights hang on it.',
  },
  {
    text: 'Reviews',
    href: '/reviews',
    needs: 'look at plans',
    about: 'See which reviews and progress meetings are due.',
  },
  {
    text: 'Noticed',
    href: '/noticed',
    needs: 'look at plans',
    about: 'See what was noticed during stays, and what became of it.',
  },
  {
    text: 'Calendar',
    href: '/calendar',
    needs: 'follow stays in a calendar',
    about: 'Have stays shown in your own calendar, by initials.',
  },
  {
    text: 'Occupancy',
    href: '/occupancy',
    needs: 'read occupancy and cost',
    about: 'See how many nights were used, and what a night cost.',
  },
  {
    text: 'Opened files',
    href: '/opened-files',
    needs: 'see opened files',
    about: 'See who opened a file they cannot see otherwise, and why.',
  },
  {
    text: 'Import',
    href: '/import',
    needs: 'import stays',
    about: 'Bring in past stays from a spreadsheet.',
  },
  {
    text: 'Outbox',
    href: '/outbox',
    needs: 'look at the outbox',
    about: 'See what was written to whom, and what could not be sent.',
  },
  {
    text: 'Audit trail',
    href: '/audit',
    needs: 'read the audit trail',
    about: 'See who did, looked at, searched for or was refused what.',
  },
  {
    text: 'Units',
    href: '/units',
    needs: 'set up units',
    about: 'See rooms, places and contracts, and change them.',
  },
  {
    text: 'Accounts',
    href: '/accounts',
    needs: 'keep accounts',
    about: 'See who can sign in, as what and until when, and change it.',
  },
];

/** Only the places this person may open. */
export function placesFor(person: Person | undefined): Place[] {
  return PLACES.filter(({ needs }) => person && may(person.role, needs)).map(({ text, href, about }) => ({
    text,
    href,
    about,
  }));
}

export function isAt(href: string, path: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
