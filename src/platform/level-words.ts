import type { Level } from '../domain/findings';

interface LevelWord {
  readonly text: string;
  readonly tone: 'bad' | 'careful' | 'quiet';
}

const LEVEL_WORDS: Readonly<Record<Level, LevelWord>> = {
  refuse: { text: 'Not possible', tone: 'bad' },
  authorise: { text: 'A manager must agree', tone: 'careful' },
  acknowledge: { text: 'Read and confirm', tone: 'careful' },
  inform: { text: 'Good to know', tone: 'quiet' },
};

/** How much a finding stands in the way, in a word and a tone. */
export function levelWord(level: Level): LevelWord {
  return LEVEL_WORDS[level];
}
