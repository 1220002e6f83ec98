import { DataSource } from 'typeorm';
import type { Environment } from '../../config/environment';
import { createDataSource } from '../../config/database';
import { ENTITIES } from '../entities';
import { settingUpAlone } from '../platform/migrate';
import { serveDatabase } from '../platform/served-database';

const COUNTED = { units: 'units', young_people: 'young people', stays: 'stays' } as const;

/** Removes every table and what is in it. @returns what was removed, in words. */
export async function emptyDatabase(
  environment: Environment,
  say: (sentence: string) => void,
): Promise<string> {
  const database = await serveDatabase(environment, say, say);
  const dataSource = createDataSource(database.url, environment.poolSize, ENTITIES);
  try {
    await dataSource.initialize();
    return await settingUpAlone(dataSource, async () => {
      const removed = await whatIsThere(dataSource);
      await dataSource.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE');
      await dataSource.query('DROP SCHEMA public CASCADE');
      await dataSource.query('CREATE SCHEMA public');
      return removed;
    });
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.stop();
  }
}

async function whatIsThere(dataSource: DataSource): Promise<string> {
  const counts: string[] = [];
  for (const [table, words] of Object.entries(COUNTED)) {
    const [there] = await dataSource.query<{ isThere: boolean }[]>(
      'SELECT to_regclass($1) IS NOT NULL AS "isThere"',
      [`public.${table}`],
    );
    if (!there?.isThere) continue;
    const [row] = await dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
    counts.push(`${row?.count ?? 0} ${words}`);
  }
  return counts.join(', ') || 'nothing';
}
