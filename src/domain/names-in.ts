/** Those of the names that stand in the text as words of their own, written with their capitals. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const plain = ` ${text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')} `.replace(
    /['’]s /gu,
    ' ',
  );
  return names.filter((name) => name.trim() !== '' && plain.includes(` ${name.normalize('NFC').trim()} `));
}

/** The text with each of the names, and what belongs to it, replaced by words that single out nobody. */
export function withoutNames(text: string, names: readonly string[]): string {
  return namesIn(text, names).reduce(
    (left, name) =>
      left.replaceAll(
        new RegExp(`(?<![\\p{L}\\p{M}])${escaped(name)}(?![\\p{L}\\p{M}])`, 'gu'),
        'the other young person',
      ),
    text.normalize('NFC'),
  );
}

function escaped(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
