import { DECLINE_WORDS } from '../../domain/decline-reasons';
import { requestOutcomes, type RequestOutcomes } from '../../domain/request-outcomes';
import { REQUEST_WORDS } from '../../domain/request-words';
import { sayCount } from '../../domain/say-numbers';
import type { Bars, Tone } from '../pictures/picture';
import { counted, shareOf } from './counted';
import type { Answer, Facts, Question, Row } from './question';

export const REFUSALS: Question = {
  key: 'refusals',
  title: 'Which requests were refused, and why?',
  about: 'What became of the requests for breaks, and the reasons for those declined.',
  answer,
};

const TONES = {
  ...{ placed: 'planned', offered: 'held', waiting: 'booked', open: 'booked' },
  ...{ withdrawn: 'empty', declined: 'emergency' },
} as const satisfies Readonly<Record<string, Tone>>;

function answer({ records }: Facts): Answer {
  const outcomes = requestOutcomes(records.requests);
  return {
    sentence: sentence(outcomes),
    picture: pictureOf(outcomes),
    columns: [
      { name: 'What became of it', as: 'text' },
      { name: 'Requests', as: 'count' },
      { name: 'Share of all', as: 'share' },
      { name: 'Nights asked for', as: 'count' },
    ],
    rows: rowsOf(outcomes),
    note: 'Requests asked for on a day of this period, as they stand now. Nights are those of every young person asked for.',
  };
}

function rowsOf({ all, byStatus, declined }: RequestOutcomes): Row[] {
  const row = (name: string, { requests, nights }: RequestOutcomes['all']) => ({
    cells: [name, requests, shareOf(requests, all.requests), nights],
  });
  const reasons = declined
    .filter(({ requests }) => requests > 0)
    .map((each) => ({ ...row(`Declined: ${lower(DECLINE_WORDS[each.reason])}`, each), is: 'part' as const }));
  const states = byStatus.flatMap((each): Row[] => {
    const whole = row(REQUEST_WORDS[each.status].text, each);
    return each.status === 'declined' ? [whole, ...reasons] : [whole];
  });
  return [...states, { ...row('In all', all), is: 'total' }];
}

function pictureOf({ byStatus, declined }: RequestOutcomes): Bars {
  const bar = (name: string, kind: string, tone: Tone, requests: number) => ({
    name,
    parts: [{ name: kind, tone, value: requests }],
    says: sayCount(requests),
  });
  const others = byStatus.filter(({ status, requests }) => status !== 'declined' && requests > 0);
  return {
    kind: 'bars',
    text: 'A bar for each reason a request was declined for, and for what became of the others.',
    bars: [
      ...declined
        .filter(({ requests }) => requests > 0)
        .map(({ reason, requests }) => bar(DECLINE_WORDS[reason], 'Declined', TONES.declined, requests)),
      ...others.map(({ status, requests }) =>
        bar(REQUEST_WORDS[status].text, REQUEST_WORDS[status].text, TONES[status], requests),
      ),
    ],
  };
}

function sentence({ all, declined }: RequestOutcomes): string {
  if (all.requests === 0) return 'Nobody asked for a break in this period.';
  const refused = declined.reduce((sum, { requests }) => sum + requests, 0);
  const of = counted(all.requests, 'request');
  const [most] = declined.toSorted((a, b) => b.requests - a.requests);
  if (refused === 0 || !most) return `None of ${of} was declined.`;
  return `${sayCount(refused)} of ${of} ${refused === 1 ? 'was' : 'were'} declined. Most often: ${lower(DECLINE_WORDS[most.reason])} (${sayCount(most.requests)}).`;
}

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
