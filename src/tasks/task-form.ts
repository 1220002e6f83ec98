import { wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { idTyped, typed, type SentForm } from '../platform/sent-form';

const LONGEST_WORDS = 2000;

export interface TaskForm {
  readonly key: string;
  readonly words: string;
  readonly accountId: string;
}

export function taskFormIn(sent: SentForm): TaskForm {
  return { key: typed(sent, 'key'), words: typed(sent, 'words'), accountId: idTyped(sent, 'accountId') };
}

/** As the service takes it. @throws Misshapen */
export function wordsAsked({ words }: TaskForm): string {
  const errors = wrongText({ name: 'words', value: words, ask: 'Write what was done.' }, LONGEST_WORDS);
  if (errors.length > 0) throw new Misshapen(errors);
  return words;
}

/** As the service takes it. @throws Misshapen */
export function colleagueAsked({ accountId }: TaskForm): string {
  if (!accountId) throw Misshapen.at('/accountId', 'Choose who takes it over.');
  return accountId;
}
