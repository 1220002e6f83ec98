import type { Unit } from '../units/unit.entity';
import type { ImportError } from './import-error';
import type { ImportRecord } from './import-records.service';

/** So that a page of a file full of mistakes still opens; the API lists them all. */
const MOST_SHOWN = 500;

export interface ImportResultView {
  readonly title: string;
  readonly caption: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly isRunning: boolean;
  readonly said: string;
  readonly errors: readonly [];
  readonly mistakes: readonly ImportError[];
  readonly more: string | undefined;
  readonly board: string | undefined;
  readonly settingUp: string | undefined;
}

export function importResultView(record: ImportRecord, unit: Unit): ImportResultView {
  const { id, status, fileName, errors } = record;
  const left = errors.length - MOST_SHOWN;
  return {
    title: TITLES[status],
    caption: `${fileName} into ${unit.name}`,
    back: { text: 'Import another file', href: `/import?unit=${unit.id}` },
    isRunning: status === 'running',
    said: sayResult(record),
    errors: [],
    mistakes: errors.slice(0, MOST_SHOWN),
    more: left > 0 ? `There are ${left} more. All are at /api/imports/${id}.` : undefined,
    board: status === 'done' ? `/board?unit=${unit.id}` : undefined,
    settingUp: status === 'done' ? `/setting-up?unit=${unit.id}` : undefined,
  };
}

const TITLES = { running: 'Importing', done: 'Imported', refused: 'Nothing was imported' } as const;

function sayResult({ status, rows, imported, unchanged, errors }: ImportRecord): string {
  if (status === 'running') return `${lines(rows)} read so far. This page looks again every 2 seconds.`;
  if (status === 'refused')
    return `${errors.length === 1 ? 'One thing is' : `${errors.length} things are`} wrong in the file. Put it right and import it again: nothing from it is in the diary.`;
  if (imported === 0) return `${lines(rows)} read. All of them were imported before: nothing changed.`;
  const before = unchanged > 0 ? ` ${unchanged} were imported before and are as they were.` : '';
  return `${lines(rows)} read and ${imported === 1 ? 'one stay' : `${imported} stays`} imported.${before}`;
}

function lines(rows: number): string {
  return rows === 1 ? 'One line' : `${rows} lines`;
}
