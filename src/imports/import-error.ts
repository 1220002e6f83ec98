/** What is wrong with a line, and what would be right. */
export interface ImportError {
  /** As a spreadsheet counts them: the header is line 1. */
  readonly line: number;
  /** The column's name; `null` when it is the whole line. */
  readonly column: string | null;
  readonly message: string;
}

/** The file cannot be imported; nothing was. */
export class ImportRefused extends Error {
  constructor(readonly errors: readonly ImportError[]) {
    super(`${errors.length} things are wrong in the file.`);
  }

  static at(line: number, column: string | null, message: string): ImportRefused {
    return new ImportRefused([{ line, column, message }]);
  }
}

/** By line; those of one line in the order they were found. */
export function inOrder(errors: readonly ImportError[]): ImportError[] {
  return errors.toSorted((a, b) => a.line - b.line);
}

/** What a cell says, as a message quotes it. */
export function quoted(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `"${shown.replaceAll(/\s/g, ' ')}"`;
}
