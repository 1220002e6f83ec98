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

/** Least settled first: nobody looked at the two of late, or what was found keeps them apart, or only controls let them. */
export const STANDINGS = [
  'not-together',
  'past-review',
  'not-assessed',
  'with-controls',
  'compatible',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** How two stand today, judged or not. */
export const STANDING_WORDS: Readonly<Record<Standing, { readonly text: string; readonly tone: string }>> = {
  ...OUTCOME_WORDS,
  'past-review': { text: 'Past review', tone: 'quiet' },
  'not-assessed': { text: 'Not assessed', tone: 'quiet' },
};
