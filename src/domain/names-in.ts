/** Those of the names that stand in the text as words of their own, written with their capitals. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const plain = ` ${text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')} `.replace(
    /['’]s /gu,
    ' ',
  );
  return names.filter((name) => name.trim() !== '' && plain.includes(` ${name.normalize('NFC').trim()} `));
}
