import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import type { Delimiter } from './columns';
import { ImportRefused } from './import-error';

export interface Row {
  /** The line it begins on. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

const PIECE = 65_536;

/** Blank ones too: some two hundred years of a full unit. */
const MOST_LINES = 250_000;

/**
 * The rows of a CSV text (lines end in `\n`) that are not blank, a piece at a time, so that others get their turn.
 * @throws ImportRefused where its quotes do not match, and where it has more lines than anybody's stays.
 */
export async function* readRows(text: string, delimiter: Delimiter): AsyncGenerator<Row> {
  const parser = parse({ delimiter, info: true, relax_column_count: true, record_delimiter: '\n' });
  let line = 1;
  try {
    for await (const parsed of Readable.from(pieces(text)).pipe(parser)) {
      const { record, info } = parsed as Parsed;
      if (info.lines > MOST_LINES) throw ImportRefused.at(line, null, TOO_LONG);
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw ImportRefused.at(line, null, sayWrongQuotes(error));
    throw error;
  }
}

async function* pieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += PIECE) {
    yield bytes.subarray(from, from + PIECE);
    await nextTurn();
  }
}

const TOO_LONG = `The file has more than ${MOST_LINES.toLocaleString('en-GB')} lines: send it in parts. What follows was not read.`;

function sayWrongQuotes({ code }: CsvError): string {
  const what =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quote (") is opened on this line and never closed'
      : 'The quotes (") on this line do not match';
  return `${what}: put quotes around the whole cell and write a quote inside it twice. What follows was not read.`;
}
