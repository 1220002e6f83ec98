import type { OfferOutcome, RequestStatus, Urgency } from './request';

interface RequestWord {
  readonly text: string;
  readonly tone: 'good' | 'busy' | 'careful' | 'bad' | 'quiet';
}

/** The state of a request in a word and a tone. */
export const REQUEST_WORDS: Readonly<Record<RequestStatus, RequestWord>> = {
  open: { text: 'Open', tone: 'busy' },
  offered: { text: 'Offered', tone: 'careful' },
  placed: { text: 'Placed', tone: 'good' },
  waiting: { text: 'Waiting', tone: 'careful' },
  declined: { text: 'Declined', tone: 'bad' },
  withdrawn: { text: 'Withdrawn', tone: 'quiet' },
};

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  routine: 'Routine',
  soon: 'Soon',
  urgent: 'Urgent',
};

export const OUTCOME_OF_OFFER_WORDS: Readonly<Record<OfferOutcome, string>> = {
  open: 'Waiting for an answer',
  accepted: 'Accepted',
  'ran-out': 'Ran out',
  refused: 'Refused',
  withdrawn: 'Taken back',
};
