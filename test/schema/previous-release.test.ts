import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { migrations } from '../../migrations';
import { ENTITIES } from '../../src/entities';
import { migrate } from '../../src/platform/migrate';
import { cloneDatabase } from '../support/databases';
import { fillAsTheFirstRelease } from './a-first-release';

const TABLES = `
  SELECT tablename AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY tablename`;

type Rows = Readonly<Record<string, unknown>>[];

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

async function everyTable(): Promise<Map<string, Rows>> {
  const tables = await dataSource.query<{ name: string }[]>(TABLES);
  const all = new Map<string, Rows>();
  for (const { name } of tables)
    all.set(name, await dataSource.query<Rows>(`SELECT * FROM ${name} ORDER BY ${name}::text`));
  return all;
}

it('a database filled by the first release comes up to date and keeps every row of it as it was', async () => {
  for (let undone = 1; undone < migrations.length; undone += 1) await dataSource.undoLastMigration();
  await fillAsTheFirstRelease(dataSource);
  const before = await everyTable();
  expect([...before].filter(([, rows]) => rows.length === 0)).toEqual([]);

  expect(await migrate(dataSource)).toHaveLength(migrations.length - 1);

  const after = await everyTable();
  for (const [table, rows] of before) {
    expect([table, after.get(table)?.length]).toEqual([table, rows.length]);
    for (const row of rows) expect(after.get(table)).toContainEqual(expect.objectContaining(row));
  }
});
