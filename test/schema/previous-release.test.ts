import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { migrations } from '../../migrations';
import { TheDiary1795500000000 } from '../../migrations/1795500000000-the-diary';
import { StrengthsAndRisks1795600003000 } from '../../migrations/1795600003000-strengths-and-risks';
import { Handovers1795700005000 } from '../../migrations/1795700005000-handovers';
import { CalendarFeeds1796000300000 } from '../../migrations/1796000300000-calendar-feeds';
import { ENTITIES } from '../../src/entities';
import { AuditVerification } from '../../src/platform/audit/verification.service';
import { Database } from '../../src/platform/database';
import { migrate } from '../../src/platform/migrate';
import { cloneDatabase } from '../support/databases';
import { fillAsTheFirstRelease } from './a-first-release';
import { fillAsTheFourthRelease } from './a-fourth-release';
import { fillAsTheSecondRelease } from './a-second-release';
import { fillAsTheThirdRelease } from './a-third-release';

const TABLES = `
  SELECT tablename AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY tablename`;

const ANOTHER_ENTRY = `INSERT INTO audit_entries (actor_name, actor_role, action, unit_id)
  SELECT 'Nobody', 'system', 'test.made', id FROM units UNION SELECT 'Nobody', 'system', 'test.made', NULL`;

type Rows = Readonly<Record<string, unknown>>[];

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let dataSource: DataSource;
beforeEach(async () => {
  database = await cloneDatabase();
  dataSource = await createDataSource(database.url, 2, ENTITIES).initialize();
});
afterEach(async () => {
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

/** As each release left the schema, and what it wrote. */
const RELEASES = [
  ['the first release', TheDiary1795500000000, fillAsTheFirstRelease],
  ['the second release', StrengthsAndRisks1795600003000, fillAsTheSecondRelease],
  ['the third release', Handovers1795700005000, fillAsTheThirdRelease],
  ['the fourth release', CalendarFeeds1796000300000, fillAsTheFourthRelease],
] as const;

it.each(RELEASES)(
  'a database filled by %s comes up to date, keeps every row as it was and its trail whole',
  async (_, last, fill) => {
    const newer = migrations.slice(migrations.indexOf(last) + 1);
    for (let undone = 0; undone < newer.length; undone += 1) await dataSource.undoLastMigration();
    await fill(dataSource);
    const before = await everyTable();
    expect([...before].filter(([, rows]) => rows.length === 0)).toEqual([]);

    expect(await migrate(dataSource)).toHaveLength(newer.length);

    const after = await everyTable();
    for (const [table, rows] of before) {
      expect([table, after.get(table)?.length]).toEqual([table, rows.length]);
      for (const row of rows) expect(after.get(table)).toContainEqual(expect.objectContaining(row));
    }
    await dataSource.query(ANOTHER_ENTRY);
    const trail = new AuditVerification(new Database(dataSource));
    expect(await trail.verify()).toMatchObject({ whole: true, unsealed: [] });
  },
);
