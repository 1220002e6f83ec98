import { ImportRefused } from './import-error';

const NEWLINE = 0x0a;
const SAVE_AS = 'In the spreadsheet choose "Save as", then "CSV UTF-8".';

/**
 * The file's text, with `\n` at the end of every line.
 * @throws ImportRefused naming the first line that is not UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw ImportRefused.at(1, null, 'The file is empty: it needs a header and lines.');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    throw ImportRefused.at(1, null, `This is a spreadsheet, not a CSV file. ${SAVE_AS}`);
  if (isUtf16(bytes)) throw ImportRefused.at(1, null, `The file is written in UTF-16, not UTF-8. ${SAVE_AS}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    const message = `This line has letters that are not written in UTF-8. ${SAVE_AS}`;
    throw ImportRefused.at(firstUnreadableLine(bytes), null, message);
  }
}

/** By its byte mark, or by every other byte being empty. */
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  const pair = [bytes[0], bytes[1]];
  return bytes.length > 1 && bytes.length % 2 === 0 && pair.filter((byte) => byte === 0).length === 1;
}

function firstUnreadableLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end < 0 ? bytes.length : end;
    if (!isReadable(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
