import { isCalendarDate, type CalendarDate } from '../domain/calendar-date';
import type { Cells, Column } from './columns';
import { sayWrongDate } from './dates';
import { quoted, type ImportError } from './import-error';

const LONGEST: Readonly<Partial<Record<Column, number>>> = { reason: 2000 };
const USUALLY_LONGEST = 200;

/** Reads the cells of one line and keeps what is wrong with them. */
export class CellReader {
  readonly errors: ImportError[] = [];

  constructor(
    readonly cells: Cells,
    readonly line: number,
  ) {}

  wrong(column: Column, message: string): void {
    this.errors.push({ line: this.line, column, message });
  }

  text(column: Column): string {
    const value = this.cells[column];
    const longest = LONGEST[column] ?? USUALLY_LONGEST;
    if (value.includes('\0')) this.wrong(column, `${column} holds the character NUL: take it out.`);
    if (value.length > longest)
      this.wrong(column, `${column} has ${value.length} characters: write ${longest} at most.`);
    return value;
  }

  needed(column: Column): string {
    const value = this.text(column);
    if (value === '') this.wrong(column, `${column} is empty: every line needs one.`);
    return value;
  }

  choice<T extends string>(column: Column, choices: readonly T[]): T | undefined {
    const value = this.cells[column];
    const found = choices.find((each) => each === value);
    if (!found)
      this.wrong(
        column,
        `${value === '' ? `${column} is empty` : `There is no ${column} ${quoted(value)}`}: write ${orList(choices)}.`,
      );
    return found;
  }

  date(column: Column): CalendarDate | undefined {
    const value = this.cells[column];
    if (isCalendarDate(value)) return value;
    this.wrong(column, sayWrongDate(value));
    return undefined;
  }

  empty(column: Column, why: string): void {
    if (this.cells[column] !== '') this.wrong(column, `${column} is ${quoted(this.cells[column])}: ${why}`);
  }
}

export function orList(choices: readonly (string | number)[]): string {
  const [last, ...others] = choices.toReversed();
  return others.length > 0 ? `${others.toReversed().join(', ')} or ${String(last)}` : String(last ?? '');
}
