import type { AssessmentOutcome } from './diary';

interface OutcomeWord {
  readonly text: string;
  readonly tone: 'good' | 'careful' | 'bad';
}

/** What was judged of two young people, in a word and a tone. */
export const OUTCOME_WORDS: Readonly<Record<AssessmentOutcome, OutcomeWord>> = {
  compatible: { text: 'Compatible', tone: 'good' },
  'with-controls': { text: 'Compatible with controls', tone: 'careful' },
  'not-together': { text: 'Not together', tone: 'bad' },
};
