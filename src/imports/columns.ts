import { quoted, type ImportError } from './import-error';

export const COLUMNS = [
  'stay',
  'young_person',
  'family',
  'given_name',
  'family_name',
  'date_of_birth',
  'support',
  'key_worker',
  'room',
  'kind',
  'requested_on',
  'arrives_on',
  'departs_on',
  'outcome',
  'ended_on',
  'ended_by',
  'reason',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What is the same on every line of one young person. */
export const OF_A_PERSON = ['family', 'given_name', 'family_name', 'date_of_birth'] as const;

/** A line's cells by the name of their column, without the spaces around them. */
export type Cells = Readonly<Record<Column, string>>;

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter the header uses most; spreadsheets of many countries write semicolons. */
export function delimiterOf(text: string): Delimiter {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  const uses = (delimiter: Delimiter) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (uses(next) > uses(best) ? next : best));
}

/** The column of each cell, and what is wrong with the header on this line. */
export function readHeader(
  cells: readonly string[],
  line: number,
): { readonly columns: readonly Column[]; readonly errors: readonly ImportError[] } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const errors = [
    ...COLUMNS.filter((column) => !names.includes(column)).map((column) =>
      headerError(column, `The column ${column} is missing: add it to the header.`),
    ),
    ...names.flatMap((name, index) => wrongName(name, index, names)),
  ];
  return { columns: names.filter(isColumn), errors: errors.map((error) => ({ line, ...error })) };
}

/** @returns the cells by name, or what is wrong with their number. */
export function nameCells(
  cells: readonly string[],
  columns: readonly Column[],
  line: number,
): Cells | ImportError {
  if (cells.length !== columns.length) {
    const message = `The line has ${cells.length} cells where the header has ${columns.length}: put quotes around a cell with a comma in it, and leave no cell out.`;
    return { line, column: null, message };
  }
  return Object.fromEntries(
    columns.map((column, index) => [column, (cells[index] ?? '').trim()]),
  ) as unknown as Cells;
}

function wrongName(name: string, index: number, names: readonly string[]) {
  if (!isColumn(name)) {
    const what = name === '' ? `Column ${index + 1} has no name` : `There is no column ${quoted(name)}`;
    return [headerError(name || null, `${what}: the columns are ${COLUMNS.join(', ')}.`)];
  }
  return names.indexOf(name) < index
    ? [headerError(name, `The column ${name} is there twice: keep one.`)]
    : [];
}

function headerError(column: string | null, message: string) {
  return { column: column?.slice(0, 60) ?? null, message };
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}
