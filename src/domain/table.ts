export type Cell = string | number | null;

/** Rows under one line of headings, as they go into a file for a spreadsheet. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r]/u;
const MARK = '\uFEFF';

/** Text a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
export function inert(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csvOf({ columns, rows }: Table): string {
  return `${MARK}${[columns, ...rows].map(lineOf).join('')}`;
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: Cell): string {
  const text = String(inert(cell) ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
