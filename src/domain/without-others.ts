import { isOrdinaryWord } from './ordinary-names';
import { fold, Phrases, readable, wordsOf, type Word } from './phrases';
import { shortNamesOf } from './short-names';

/** A young person as far as words may single them out. */
export interface Known {
  readonly id: string;
  readonly familyId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly caseReference: string;
  readonly familyReference: string;
  /** Which of these are stand-ins, such as `given-name`: a stand-in is nobody's name. */
  readonly notKnown: readonly string[];
}

export const ANOTHER = 'another young person';
const ANOTHER_FAMILY = 'another family';

interface Meaning {
  /** `null`: it is the subject's own, and stays. */
  readonly instead: string | null;
  readonly needsCapital: boolean;
}

const OWN: Meaning = { instead: null, needsCapital: false };

/** Parts of names that nobody is called by. */
const PARTICLES = new Set(
  'abu af al ap ben bin bint da das de del della den der di dos du el ibn la le les mac mc o of san st ter the ul van von y zu'.split(
    ' ',
  ),
);
const MONTHS = new Set(['april', 'may', 'june', 'august', 'march']);
const SHORTEST_WITH_S = 4;
const SHORTEST_NUMBER = 4;
const INITIALS = /(?<![\p{L}\p{M}])(\p{Lu})\.\s?(\p{Lu})(?:\.|(?![\p{L}\p{M}]))/gu;

/**
 * Takes everybody else out of words about `subject`: names in every spelling, parts and short forms of names, initials,
 * references and ids, whatever the capitals and accents. What is the subject's own name too stays. Rather one word too
 * many than one too few: of names that are ordinary words only those with a capital go.
 */
export function withoutOthers(subject: Known, others: readonly Known[]): (words: string) => string {
  const phrases = new Phrases<Meaning>();
  for (const words of ownPhrases(subject)) phrases.add(words, OWN);
  for (const other of others) addOther(phrases, other, subject);
  const initials = new Set(others.filter(isNamed).map(initialsOf));
  initials.delete(initialsOf(subject));
  return (words) => withoutInitials(replaced(readable(words), phrases), initials);
}

function ownPhrases(subject: Known): string[][] {
  const { id, familyId, caseReference, familyReference } = subject;
  const names = namesOf(subject).map((name) => [name]);
  return [...[id, familyId, caseReference, familyReference].map(foldedWords), ...names];
}

function addOther(phrases: Phrases<Meaning>, other: Known, subject: Known): void {
  const { id, familyId, givenName, familyName, caseReference, familyReference } = other;
  const add = (words: readonly string[], instead: string): void =>
    phrases.add(words, { instead, needsCapital: words.every(isOrdinaryWord) });
  add(foldedWords(id), ANOTHER);
  add(foldedWords(familyId), ANOTHER_FAMILY);
  if (isNamed(other)) add(foldedWords(`${givenName} ${familyName}`), ANOTHER);
  if (!other.notKnown.includes('given-name')) add(foldedWords(givenName), ANOTHER);
  if (!other.notKnown.includes('family-name') && familyName !== subject.familyName)
    add(foldedWords(familyName), ANOTHER);
  for (const name of namesOf(other)) {
    add([name], ANOTHER);
    if (name.length >= SHORTEST_WITH_S && !isOrdinaryWord(name)) add([`${name}s`], ANOTHER);
  }
  if (isTelling(caseReference)) add(foldedWords(caseReference), ANOTHER);
  if (familyId !== subject.familyId && isTelling(familyReference))
    add(foldedWords(familyReference), ANOTHER_FAMILY);
}

/** Every word somebody may be called by, folded. */
function namesOf({ givenName, familyName, notKnown }: Known): string[] {
  const given = notKnown.includes('given-name') ? [] : foldedWords(givenName);
  const family = notKnown.includes('family-name') ? [] : foldedWords(familyName);
  const parts = [...given, ...family].filter((part) => part.length > 1 && !PARTICLES.has(part));
  return [...new Set([...parts, ...given.flatMap(shortNamesOf)])];
}

function foldedWords(text: string): string[] {
  return wordsOf(readable(text)).map(({ folded }) => folded);
}

function isNamed({ notKnown }: Known): boolean {
  return !notKnown.includes('given-name') && !notKnown.includes('family-name');
}

/** A number of few digits is a number of anything. */
function isTelling(reference: string): boolean {
  return reference.length > 1 && !(/^\d+$/.test(reference) && reference.length < SHORTEST_NUMBER);
}

function initialsOf({ givenName, familyName }: Known): string {
  return fold(givenName.charAt(0) + familyName.charAt(0));
}

function replaced(text: string, phrases: Phrases<Meaning>): string {
  const words = wordsOf(text);
  const parts: string[] = [];
  let done = 0;
  let lastInstead = '';
  for (let index = 0; index < words.length;) {
    const found = phrases.at(text, words, index);
    const first = words[index];
    const last = words[index + (found?.count ?? 1) - 1];
    if (found?.meaning.instead && first && last && isMeant(found.meaning, words, index)) {
      const between = text.slice(done, first.from);
      const isSame = lastInstead === found.meaning.instead && /^[\s,-]*$/.test(between);
      if (!isSame) parts.push(between, found.meaning.instead);
      lastInstead = found.meaning.instead;
      done = last.to;
    } else if (first) lastInstead = '';
    index += found?.count ?? 1;
  }
  return parts.join('') + text.slice(done);
}

function isMeant({ needsCapital }: Meaning, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!needsCapital || !word) return true;
  if (!/^\p{Lu}/u.test(word.text.normalize('NFC'))) return false;
  return !(MONTHS.has(word.folded) && isOfADate(words[index - 1], words[index + 1]));
}

function isOfADate(before: Word | undefined, after: Word | undefined): boolean {
  return (
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(before?.folded ?? '') || /^(?:19|20)\d\d$/.test(after?.folded ?? '')
  );
}

function withoutInitials(text: string, initials: ReadonlySet<string>): string {
  return text.replace(INITIALS, (said, one: string, other: string) =>
    initials.has(fold(one + other)) ? ANOTHER : said,
  );
}
