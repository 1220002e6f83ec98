import type { DataSource } from 'typeorm';

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

/** @returns the names of the migrations that were run, in order. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map(({ name }) => name);
}
