import type { DataSource } from 'typeorm';
import { migrateQueue } from './jobs/queue';

/** Any number; the same in every process, so that only one migrates or fills a database at a time. */
const SETTING_UP = 7_140_415;

/** Runs `work` while no other process is setting up the same database. */
export async function settingUpAlone<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [SETTING_UP]);
    return await work();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [SETTING_UP]);
    await runner.release();
  }
}

/** The queue's tables come first: a migration may add jobs. @returns the names of the migrations that were run, in order. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  await migrateQueue(urlOf(dataSource));
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map(({ name }) => name);
}

/** @throws Error when the data source was made in another way than ours. */
export function urlOf({ options }: DataSource): string {
  if (options.type === 'postgres' && options.url) return options.url;
  throw new Error('The database is known by no address.');
}
