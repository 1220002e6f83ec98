import { COLUMNS, delimiterOf, nameCells, readHeader, type Column } from './columns';
import { decode } from './decode';
import { ImportRefused, type ImportError } from './import-error';
import type { Line } from './line';
import { readLine, type Setting } from './read-line';
import { readRows } from './read-rows';

export interface ReadFile {
  readonly lines: readonly Line[];
  readonly errors: readonly ImportError[];
}

/**
 * Every line of the file by itself, or what is wrong with it.
 * @throws ImportRefused when the lines cannot be told apart: encoding, header.
 */
export async function readFile(
  bytes: Uint8Array,
  setting: Setting,
  seen: (rows: number) => void,
): Promise<ReadFile> {
  const text = decode(bytes);
  const lines: Line[] = [];
  const errors: ImportError[] = [];
  let columns: readonly Column[] | undefined;
  let rows = 0;
  try {
    for await (const { line, cells } of readRows(text, delimiterOf(text))) {
      if (!columns) {
        columns = columnsOf(cells, line);
        continue;
      }
      seen((rows += 1));
      const named = nameCells(cells, columns, line);
      if ('message' in named) errors.push(named);
      else keep(readLine(named, line, setting));
    }
  } catch (error) {
    if (!(error instanceof ImportRefused) || !columns) throw error;
    errors.push(...error.errors);
  }
  if (!columns) throw ImportRefused.at(1, null, `The file is empty: its header is ${COLUMNS.join(',')}.`);
  if (rows === 0 && errors.length === 0)
    throw ImportRefused.at(1, null, 'The file has a header and no lines: add the stays.');
  return { lines, errors };

  function keep(read: Line | readonly ImportError[]): void {
    if ('cells' in read) lines.push(read);
    else errors.push(...read);
  }
}

const MOST_COLUMNS = 1000;

function columnsOf(cells: readonly string[], line: number): readonly Column[] {
  if (cells.length > MOST_COLUMNS)
    throw ImportRefused.at(
      line,
      null,
      `The header has ${cells.length} columns: ${COLUMNS.join(', ')} are wanted.`,
    );
  const { columns, errors } = readHeader(cells, line);
  if (errors.length > 0) throw new ImportRefused(errors);
  return columns;
}
