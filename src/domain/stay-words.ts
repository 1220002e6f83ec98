import type { StayKind, StayStatus } from './diary';
import type { EndedBy } from './ledger';

interface StatusWord {
  readonly text: string;
  readonly tone: 'good' | 'busy' | 'careful' | 'bad' | 'quiet';
}

/** The state of a stay in a word and a tone. */
export const STATUS_WORDS: Readonly<Record<StayStatus, StatusWord>> = {
  held: { text: 'Held', tone: 'careful' },
  confirmed: { text: 'Confirmed', tone: 'busy' },
  'in-residence': { text: 'Here now', tone: 'good' },
  completed: { text: 'Completed', tone: 'quiet' },
  cancelled: { text: 'Cancelled', tone: 'bad' },
  displaced: { text: 'Displaced', tone: 'bad' },
  'not-arrived': { text: 'Did not arrive', tone: 'bad' },
};

export const KIND_WORDS: Readonly<Record<StayKind, string>> = {
  planned: 'Planned',
  emergency: 'Emergency',
};

export const ENDED_BY_WORDS: Readonly<Record<EndedBy, string>> = {
  'young-person': 'The young person',
  family: 'The family',
  cas: 'The CAS worker',
  unit: 'The unit',
  emergency: 'An emergency needed the bed',
};
