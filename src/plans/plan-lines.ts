/** A text area with one thing a line. */
export function linesOf(words: string): string[] {
  return words
    .split(/\r?\n/)
    .map((line) => line.replace(/^[-•*]\s+/, '').trim())
    .filter((line) => line !== '');
}
