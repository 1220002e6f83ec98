import { nounOf } from '../about/about';

/** What a page about a young person shows, as one says it to somebody who knows of whom one speaks. */
export const PAGE_WORDS: Readonly<Record<string, string>> = {
  'case-records': 'An entry of their case record',
  families: 'Their family',
  'young-people': 'Their file',
  'cas-plans': 'Their family’s CAS plan',
  'short-break-plans': 'A short-break plan of theirs',
  stays: 'A stay of theirs',
  'day-visits': 'A day visit of theirs',
  'emergency-claims': 'An emergency claim for them',
  tasks: 'A task about them',
  'declared-nights': 'Nights they spent elsewhere',
  'solo-decisions': 'A decision that they need the unit to themselves',
  'noticed-things': 'Something noticed about them',
  requests: 'A request for them',
  'request-series': 'A series of requests for them',
};

const WHOLE: Readonly<Record<string, string>> = {
  '/young-people/:id/looks': 'Who has looked at their file',
  '/young-people/:id/assessments/new': 'The form to judge them with another young person',
  '/young-people/:id/solo/new': 'The form to decide that they need the unit to themselves',
  '/young-people/:id/nights': 'Their nights, counted',
  '/families/:id/cas-plan/new': 'The form to open their family’s CAS plan',
  '/handovers/:date': 'The handover of a night they came in an emergency',
  '/compatibility-assessments': 'Who they were judged with',
  '/audit': 'The audit trail about them',
};

/** @param route the router's own words, such as `GET /api/stays/:id`. */
export function pageWords(route: string): string {
  const [, path = ''] = route.split(' ');
  const plain = path.replace(/^\/api(?=\/)/, '');
  const noun = nounOf(path) ?? plain.split('/')[1] ?? '';
  const words = WHOLE[plain] ?? PAGE_WORDS[noun] ?? 'A page about them';
  return plain === path ? words : `${words}, by a program`;
}
