import type { Permission } from '../platform/may';
import type { Place } from '../platform/navigation';

interface MorePage extends Place {
  /** Nothing: whoever has signed in may open it. */
  readonly needs?: Permission;
  /** Other words people look for it by. */
  readonly also?: string;
}

/** Pages people look for by name that stand in no menu. */
export const MORE_PAGES: readonly MorePage[] = [
  {
    text: 'Closures',
    href: '/closures',
    needs: 'change the diary',
    about: 'Close a room or the unit, or open it again.',
    also: 'repair staffing out of use shut',
  },
  {
    text: 'Book a stay',
    href: '/stays/new',
    needs: 'change the diary',
    about: 'Book a bed for one or more young people.',
    also: 'new booking hold',
  },
  {
    text: 'Week sheet',
    href: '/week-sheet',
    needs: 'know who stays',
    about: 'Print who sleeps where this week, for the office wall.',
    also: 'print rota poster',
  },
  {
    text: 'Ask for a break',
    href: '/requests/new',
    needs: 'ask for breaks',
    about: 'Ask for a break for one or more siblings.',
    also: 'new request referral',
  },
  {
    text: 'Ask for breaks that repeat',
    href: '/request-series/new',
    needs: 'ask for breaks',
    about: 'Ask for the same break every week or every few weeks.',
    also: 'series regular',
  },
  {
    text: 'Add a young person',
    href: '/young-people/new',
    needs: 'keep people on file',
    about: 'Put a young person or a family on file.',
    also: 'new child family',
  },
  {
    text: 'Book a day visit',
    href: '/day-visits/new',
    needs: 'book day visits',
    about: 'Book a few hours without a night.',
    also: 'new after school tea',
  },
  {
    text: 'Claim a bed',
    href: '/emergency-claims/new',
    needs: 'claim emergency beds',
    about: 'Claim a bed in an emergency.',
    also: 'tonight edt',
  },
  {
    text: 'Assess a whole group',
    href: '/assessments/new',
    needs: 'judge who may stay together',
    about: 'Judge every pair of a group at once.',
    also: 'compatibility together',
  },
  {
    text: 'Set up a unit',
    href: '/setting-up',
    needs: 'set up units',
    about: 'Set up a unit step by step, to a filled board.',
    also: 'new first rooms contract start guide help',
  },
  {
    text: 'Open an account',
    href: '/accounts/new',
    needs: 'keep accounts',
    about: 'Let somebody sign in.',
    also: 'new user colleague password',
  },
  {
    text: 'Is the audit trail whole?',
    href: '/audit/verification',
    needs: 'read the audit trail',
    about: 'Check that nobody has changed what was written down.',
    also: 'verification chain',
  },
  {
    text: 'Downloads',
    href: '/occupancy',
    needs: 'read occupancy and cost',
    about: 'Take the figures away as a spreadsheet: the links are on the page of occupancy.',
    also: 'export csv excel cost report nights',
  },
  {
    text: 'Who may do what',
    href: '/permissions',
    about: 'See what each role may do.',
    also: 'permissions rights roles access',
  },
  {
    text: 'Accessibility',
    href: '/accessibility',
    about: 'How to use this website your way, and what does not work yet.',
    also: 'screen reader dark contrast keyboard shortcut',
  },
  { text: 'Cookies', href: '/cookies', about: 'What we keep in your browser.', also: 'privacy' },
  {
    text: 'For developers',
    href: '/api/docs',
    about: 'The API, for other programs.',
    also: 'openapi rest json',
  },
];
