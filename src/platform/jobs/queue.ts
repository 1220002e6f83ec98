import { Pool } from 'pg';
import { runMigrations, type SharedOptions } from 'graphile-worker';
import { jobLog } from './job-log';

/** What every use of the queue has in common. */
export const QUEUE = { schema: 'graphile_worker', logger: jobLog } as const satisfies SharedOptions;

/** Connections of the queue's own, so that it never waits for those of the pages. */
export function queuePool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, max, application_name: 'short-breaks jobs' });
  pool.on('error', () => undefined);
  return pool;
}

/** The queue's tables, in a schema of their own. */
export async function migrateQueue(url: string): Promise<void> {
  const pool = queuePool(url, 1);
  try {
    await runMigrations({ ...QUEUE, pgPool: pool });
  } finally {
    await pool.end();
  }
}
