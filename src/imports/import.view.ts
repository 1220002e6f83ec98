import type { ImportError } from './import-error';
import type { ImportRecord } from './import-records.service';

export interface ImportView {
  readonly id: string;
  readonly status: 'running' | 'done' | 'refused';
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly errors: readonly ImportError[];
}

export function importView({ id, status, rows, imported, unchanged, errors }: ImportRecord): ImportView {
  return { id, status, rows, imported, unchanged, errors };
}
