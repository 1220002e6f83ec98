import type { RequestActionName } from '../domain/request-actions';

/** The answers that have a page of their own. */
export const FORM_ACTIONS = ['waiting', 'decline', 'refusal-of-offer', 'withdrawal'] as const;
export type FormAction = (typeof FORM_ACTIONS)[number];

interface FormWords {
  readonly title: string;
  readonly button: string;
  readonly isWarning?: boolean;
}

export const FORM_WORDS: Readonly<Record<FormAction, FormWords>> = {
  waiting: { title: 'Not yet: keep it on the waiting list', button: 'Keep it waiting' },
  decline: { title: 'Decline the request', button: 'Decline', isWarning: true },
  'refusal-of-offer': { title: 'Give the offer back', button: 'Give it back', isWarning: true },
  withdrawal: { title: 'Withdraw the request', button: 'Withdraw', isWarning: true },
};

const DONE: Readonly<
  Record<RequestActionName | 'sent' | 'series-sent' | 'series-placed' | 'assessed' | 'choice-asked', string>
> = {
  sent: 'Your request is sent.',
  'series-sent': 'Your requests are sent.',
  'series-placed': 'every date that works is placed.',
  assessed: 'The unit has been asked for exactly the assessments that are missing.',
  offer: 'the beds are held and offered.',
  placement: 'placed. The stays are on the board.',
  waiting: 'kept on the waiting list.',
  decline: 'declined.',
  acceptance: 'The offer is accepted: the stays are booked.',
  'refusal-of-offer': 'The offer is given back.',
  withdrawal: 'The request is withdrawn.',
  choice: 'The new dates are booked. Tell the family.',
  'choice-asked':
    'These dates need a manager’s authority: they have been told, and the request stays first in the queue.',
};

/** What `?done=` says has just been done; nothing for words that are not ours. */
export function noticeOf(done: string): string | undefined {
  return Object.entries(DONE).find(([name]) => name === done)?.[1];
}
