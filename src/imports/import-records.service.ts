import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';
import type { ImportError } from './import-error';

export interface ImportRecord {
  readonly id: string;
  readonly unitId: string;
  readonly fileName: string;
  readonly status: 'running' | 'done' | 'refused';
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly errors: readonly ImportError[];
}

const STOPPED: ImportError = {
  line: 1,
  column: null,
  message: 'The service stopped while importing; nothing was imported. Import the file again.',
};

const BEGIN = `
  INSERT INTO imports (unit_id, file_name, status, started_by_name) VALUES ($1, $2, 'running', $3) RETURNING id`;

/** An import not heard of for a minute died with its process, and its transaction with it. */
const READ = `
  SELECT id, unit_id AS "unitId", file_name AS "fileName", status, rows, imported, unchanged, errors,
    status = 'running' AND last_heard_of_at < now() - interval '60 s' AS "isLost"
  FROM imports WHERE id = $1`;

const HEARD_OF = `
  UPDATE imports SET rows = $2, last_heard_of_at = clock_timestamp() WHERE id = $1 AND status = 'running'`;

const REFUSE = `
  UPDATE imports SET status = 'refused', rows = $2, errors = $3::jsonb, last_heard_of_at = clock_timestamp()
  WHERE id = $1`;

/** Only an import that still counts as alive: whoever was told it is lost was told the truth. */
const FINISH = `
  WITH finished AS (
    UPDATE imports SET status = 'done', rows = $2, imported = $3, unchanged = $4, last_heard_of_at = clock_timestamp()
    WHERE id = $1 AND status = 'running' AND last_heard_of_at > clock_timestamp() - interval '55 s' RETURNING id)
  SELECT id FROM finished`;

/** Nobody reads on after these, and everybody who looks is sent them. */
const MOST_ERRORS = 100_000;

/** What is known of each import: kept apart from what it imports, so that others can follow it. */
@Injectable()
export class ImportRecords {
  constructor(private readonly database: Database) {}

  async begin(unitId: string, fileName: string, byName: string): Promise<string> {
    const [begun] = await this.database.rows<{ id: string }>(BEGIN, [unitId, fileName, byName]);
    if (!begun) throw new Error('The import was not recorded.');
    return begun.id;
  }

  /** @throws NotThere */
  async one(id: string): Promise<ImportRecord> {
    const [found] = await this.database.rows<ImportRecord & { isLost: boolean }>(READ, [id]);
    if (!found) throw new NotThere('There is no such import.');
    const { isLost, ...record } = found;
    return isLost ? { ...record, status: 'refused', errors: [STOPPED] } : record;
  }

  async heardOf(id: string, rows: number): Promise<void> {
    await this.database.rows(HEARD_OF, [id, rows]);
  }

  async refuse(id: string, rows: number, errors: readonly ImportError[]): Promise<void> {
    await this.database.rows(REFUSE, [id, rows, JSON.stringify(errors.slice(0, MOST_ERRORS), withoutNul)]);
  }

  /** In the transaction of the import itself: it is done exactly when its stays are there. */
  async finish(id: string, { rows, imported, unchanged }: Counts): Promise<void> {
    const parameters = [id, rows, imported, unchanged];
    const [finished] = await this.database.rows<{ id: string }>(FINISH, parameters);
    if (!finished) throw new Error('The import was silent for so long that it counts as lost.');
  }
}

type Counts = Pick<ImportRecord, 'rows' | 'imported' | 'unchanged'>;

/** Errors quote the file, and JSON in the database cannot hold the character NUL. */
function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
