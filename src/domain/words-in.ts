/** Whether every word asked for begins a word of the text, whatever its accents and case. */
export function hasEveryWord(text: string, asked: string): boolean {
  const words = wordsOf(text);
  const wanted = wordsOf(asked);
  return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
