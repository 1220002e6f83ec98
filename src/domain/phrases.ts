/** A word as it stands in a text, and folded so that spelling, accents and capitals do not matter. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/** What a phrase stands for; of two for the same words the first that was added holds. */
interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>>;
  meaning: Meaning | undefined;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
/** Letters that are no letter with an accent, as they are written without. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};
const BETWEEN = /^[\s'’.,_/\\#()–-]{1,3}$/u;

/** As it is read: without characters nobody sees, which could part a word. */
export function readable(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '');
}

export function fold(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[łøđðßæœıþ]/gu, (letter) => LETTERS[letter] ?? letter);
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    folded: fold(word),
    from: index,
    to: index + word.length,
  }));
}

/** Phrases looked for in a text all at once, in a time that does not grow with their number. */
export class Phrases<Meaning> {
  private readonly root: Node<Meaning> = { next: new Map(), meaning: undefined };

  /** @param words folded. */
  add(words: readonly string[], meaning: Meaning): void {
    if (words.length === 0) return;
    let node = this.root;
    for (const word of words) {
      const next: Node<Meaning> = node.next.get(word) ?? { next: new Map(), meaning: undefined };
      node.next.set(word, next);
      node = next;
    }
    node.meaning ??= meaning;
  }

  /** The longest phrase that begins with a word, and how many words it has. */
  at(
    text: string,
    words: readonly Word[],
    first: number,
  ): { readonly meaning: Meaning; readonly count: number } | undefined {
    let found: { meaning: Meaning; count: number } | undefined;
    let node: Node<Meaning> | undefined = this.root;
    for (let index = first; index < words.length; index += 1) {
      const [before, word] = [words[index - 1], words[index]];
      if (!word || (index > first && before && !BETWEEN.test(text.slice(before.to, word.from)))) break;
      node = node.next.get(word.folded);
      if (!node) break;
      if (node.meaning !== undefined) found = { meaning: node.meaning, count: index - first + 1 };
    }
    return found;
  }
}
