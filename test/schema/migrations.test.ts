import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { migrations } from '../../migrations';
import { ENTITIES } from '../../src/entities';
import { migrate } from '../../src/platform/migrate';
import { cloneDatabase } from '../support/databases';

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let dataSource: DataSource;
beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = await createDataSource(database.url, 2, ENTITIES).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Everything a migration may have made, in words. */
const EVERYTHING = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
    || coalesce(column_default, '') AS what FROM information_schema.columns WHERE table_schema = 'public'
    AND table_name <> 'migrations'
  UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function ' || pg_get_functiondef(pg_proc.oid) FROM pg_proc
    JOIN pg_language ON pg_language.oid = prolang
    WHERE pronamespace = 'public'::regnamespace AND lanname IN ('sql', 'plpgsql')
  ORDER BY 1`;

async function everything(): Promise<string[]> {
  const rows = await dataSource.query<{ what: string }[]>(EVERYTHING);
  return rows.map(({ what }) => what);
}

it('the entities say what the migrations made, no more and no less', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('every migration can be taken back, leaving nothing, and be made again, leaving the same', async () => {
  const before = await everything();
  for (let undone = 0; undone < migrations.length; undone += 1) await dataSource.undoLastMigration();
  expect(await everything()).toEqual([]);
  expect(await migrate(dataSource)).toHaveLength(migrations.length);
  expect(await everything()).toEqual(before);
});
