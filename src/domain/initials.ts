/** First letters of the first and the last word of a name: `A.B.`; what a board may show of a young person. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const shown = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return shown.map((word = '') => `${firstLetter(word)}.`).join('');
}

function firstLetter(word: string): string {
  return (/^./u.exec(word)?.[0] ?? '').toLocaleUpperCase('en-GB');
}
