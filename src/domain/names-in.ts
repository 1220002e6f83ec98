import { isOrdinaryWord } from './ordinary-names';
import { fold } from './phrases';

/**
 * Those of the names that stand in the text as words of their own, whatever their capitals and accents; a name that is
 * an ordinary word too only with its capital.
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const plain = ` ${text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')} `.replace(
    /['’]s /gu,
    ' ',
  );
  const folded = fold(plain);
  return names.filter((name) => {
    const word = name.normalize('NFC').trim();
    if (word === '') return false;
    return plain.includes(` ${word} `) || (!isOrdinary(word) && folded.includes(` ${fold(word)} `));
  });
}

function isOrdinary(name: string): boolean {
  return isOrdinaryWord(fold(name));
}

/** The text with each of the names, and what belongs to it, replaced by words that single out nobody. */
export function withoutNames(text: string, names: readonly string[]): string {
  return namesIn(text, names).reduce(
    (left, name) => left.replaceAll(wordsOfName(name), 'the other young person'),
    text.normalize('NFC'),
  );
}

/** As `namesIn` finds them. */
function wordsOfName(name: string): RegExp {
  const word = name.normalize('NFC').trim();
  const forms = isOrdinary(word) ? [word] : [word, fold(word)];
  const written = forms.map(escaped).join('|');
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${written})(?![\\p{L}\\p{M}])`, isOrdinary(word) ? 'gu' : 'giu');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
