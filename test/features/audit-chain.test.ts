import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AuditTrail } from '../../src/platform/audit/audit-trail';
import { AuditVerification, type Verification } from '../../src/platform/audit/verification.service';
import { SYSTEM } from '../../src/platform/actor';
import { Database } from '../../src/platform/database';
import { setUp } from '../../src/platform/set-up';
import { aUnit, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  const [child = ''] = await siblings(product, 1);
  await book(product, unit, [{ youngPersonId: child, arrivesOn: '2026-03-13', departsOn: '2026-03-15' }]);
});
afterAll(() => product.close());

const verify = async (): Promise<Verification> => {
  const answer = await product.as('auditor').get('/api/audit/verification');
  expect(answer.status).toBe(200);
  return answer.body as Verification;
};

const chainOf = ({ chains }: Verification, unitId: string | null) =>
  chains.find((chain) => chain.unitId === unitId);

/** What a superuser may do whom no trigger stops; undone afterwards, so that each test finds a whole trail. */
async function tampered(sql: string, parameters: unknown[], look: () => Promise<void>): Promise<void> {
  await copied('audit_entries', 'audit_links', 'audit_chains');
  await past(sql, parameters);
  await look();
  await past('DELETE FROM audit_links; DELETE FROM audit_chains; DELETE FROM audit_entries');
  for (const table of ['audit_entries', 'audit_links', 'audit_chains'])
    await past(`INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`);
  expect((await verify()).whole).toBe(true);
}

async function copied(...tables: readonly string[]): Promise<void> {
  for (const table of tables) await product.dataSource.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
}

async function past(sql: string, parameters: unknown[] = []): Promise<void> {
  const runner = product.dataSource.createQueryRunner();
  await runner.query("SET session_replication_role = 'replica'");
  for (const statement of parameters.length > 0 ? [sql] : sql.split('; '))
    await runner.query(statement, parameters);
  await runner.query('RESET session_replication_role');
  await runner.release();
}

const someEntry = async (action: string): Promise<number> => {
  const [row] = await product.dataSource.query<{ id: number }[]>(
    'SELECT id FROM audit_entries WHERE action = $1 LIMIT 1',
    [action],
  );
  return row?.id ?? 0;
};

describe('the audit trail', () => {
  it('is one chain for each unit and one for what concerns none, each entry with the request that made it', async () => {
    const found = await verify();
    expect(found).toMatchObject({ whole: true, unsealed: [] });
    expect(chainOf(found, unit.id)?.entries).toBeGreaterThan(1);
    expect(chainOf(found, null)?.entries).toBeGreaterThan(1);
    const booked = await product.as('manager').post('/api/families').send({ reference: 'FAM-9' });
    const rows = await product.dataSource.query<unknown[]>(
      'SELECT action FROM audit_entries WHERE request_id = $1',
      [booked.headers['x-request-id']],
    );
    expect(rows).toEqual([{ action: 'family.added' }]);
  });

  it('is verified by those who may read it, and by nobody else', async () => {
    for (const user of ['staff', 'worker', 'edt', 'finance', 'administrator'] as const)
      expect((await product.as(user).get('/api/audit/verification')).status).toBe(403);
  });

  it('names the entry that was altered, even by a superuser, and by the least', async () => {
    const id = await someEntry('stay.confirmed');
    for (const change of [
      `reason = 'Another.'`,
      `actor_name = actor_name || ' '`,
      `after = after || '{"solo": true}'`,
      `at = at + interval '1 microsecond'`,
    ])
      await tampered(`UPDATE audit_entries SET ${change} WHERE id = $1`, [id], async () => {
        const found = await verify();
        expect(found.whole).toBe(false);
        expect(chainOf(found, unit.id)?.broken).toMatchObject({ entryId: id });
        expect(chainOf(found, null)?.broken).toBeNull();
      });
  });

  it('names the entry that was removed, alone or with its link', async () => {
    const id = await someEntry('family.added');
    await tampered('DELETE FROM audit_entries WHERE id = $1', [id], async () => {
      expect(chainOf(await verify(), null)?.broken).toMatchObject({ entryId: id });
    });
    await tampered('DELETE FROM audit_links WHERE entry_id = $1', [id], async () => {
      const found = await verify();
      expect(chainOf(found, null)?.broken?.what).toMatch(/^Link \d+ is missing\.$/);
      expect(found.unsealed).toEqual([id]);
    });
  });

  it('finds out that its end was cut off, and that something was slipped in', async () => {
    await tampered(
      `DELETE FROM audit_links WHERE chain = $1 AND position = (SELECT max(position) FROM audit_links WHERE chain = $1)`,
      [unit.id],
      async () => {
        expect(chainOf(await verify(), unit.id)?.broken?.what).toContain('should end at link');
      },
    );
    await tampered(
      `INSERT INTO audit_entries (actor_name, actor_role, action, unit_id) VALUES ('Nobody', 'system', 'stay.confirmed', $1)`,
      [unit.id],
      async () => {
        const found = await verify();
        expect([found.whole, found.unsealed.length]).toEqual([false, 1]);
      },
    );
  });

  it('is not fooled by a chain whose head was removed', async () => {
    const id = await someEntry('family.added');
    await tampered('DELETE FROM audit_chains', [], async () => {
      const found = await verify();
      expect(found.whole).toBe(false);
      expect(chainOf(found, unit.id)?.broken?.what).toContain('should end at link 0');
      await past(`UPDATE audit_entries SET reason = 'Another.' WHERE id = $1`, [id]);
      expect(chainOf(await verify(), null)?.broken).toMatchObject({ entryId: id });
    });
  });

  it('shows by a head noted before that it was written anew from its beginning', async () => {
    const kept = (await verify()).chains;
    await tampered(
      `UPDATE audit_entries SET actor_name = 'Somebody else'; DELETE FROM audit_links; DELETE FROM audit_chains; SELECT seal_audit_entries(0)`,
      [],
      async () => {
        expect((await verify()).whole).toBe(true);
        const found = await product.app.get(AuditVerification).verify(kept);
        expect(found.chains.map(({ broken }) => broken?.what)).toEqual(
          found.chains.map(() => expect.stringContaining('written anew') as string),
        );
      },
    );
  });

  it('keeps its chains whole when many write into several of them at once, in opposite orders', async () => {
    const [database, trail] = [product.app.get(Database), product.app.get(AuditTrail)];
    const units = [unit.id, null, randomUUID(), randomUUID()];
    const write = (turn: number) =>
      database.transaction(async (tx) => {
        const turned = [...units.slice(turn % 4), ...units.slice(0, turn % 4)];
        for (const unitId of turn % 2 ? turned : turned.toReversed()) {
          await trail.record(tx, SYSTEM, { action: 'test.raced', unitId });
          await tx.query('SELECT pg_sleep(0.002)');
        }
      });
    const before = (await verify()).entries;
    await Promise.all(Array.from({ length: 40 }, (_, turn) => write(turn)));
    expect(await verify()).toMatchObject({ whole: true, entries: before + 160, unsealed: [] });
  });

  it('seals what is left of a transaction part of which was taken back', async () => {
    const [database, trail] = [product.app.get(Database), product.app.get(AuditTrail)];
    const before = (await verify()).entries;
    await database.transaction(async (tx) => {
      await database
        .transaction(async (inner) => {
          await trail.record(inner, SYSTEM, { action: 'test.undone' });
          throw new Error('Not so.');
        })
        .catch(() => undefined);
      await trail.record(tx, SYSTEM, { action: 'test.done' }, { action: 'test.done', unitId: unit.id });
    });
    expect(await verify()).toMatchObject({ whole: true, entries: before + 2 });
  });
});

describe('the role the application comes to the database by', () => {
  const asApp = (sql: string) =>
    product.app
      .get(Database)
      .rows(sql)
      .then(
        () => 'done',
        (error: unknown) => String(error),
      );

  it.each([
    `UPDATE audit_entries SET reason = 'Another.'`,
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries CASCADE',
    'DELETE FROM audit_links',
    `UPDATE audit_chains SET length = 0`,
    `INSERT INTO audit_links SELECT chain, position + 1000, entry_id, sealed_at, hash FROM audit_links`,
    `INSERT INTO audit_entries (id, actor_name, actor_role, action) VALUES (-1, 'Nobody', 'system', 'test.made')`,
    'DELETE FROM stays',
    "SELECT seal_audit_entries(0), set_config('session_replication_role', 'replica', false)",
    'DROP TRIGGER audit_entries_append_only ON audit_entries',
    'DROP TRIGGER audit_entries_sealed ON audit_entries',
    'ALTER TABLE audit_entries DISABLE TRIGGER ALL',
    'DROP TABLE audit_links',
    `CREATE OR REPLACE FUNCTION refuse_to_alter_history() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    `SET session_replication_role = 'replica'`,
    'CREATE TABLE elsewhere (id integer)',
    'SET ROLE postgres',
  ])('may not %s', async (sql) => {
    expect(await asApp(sql)).toMatch(/permission denied|must be owner|cannot set/);
  });

  it('may read the trail, and add to it', async () => {
    expect(await asApp('SELECT count(*) FROM audit_entries')).toBe('done');
    expect(
      await asApp(
        `INSERT INTO audit_entries (actor_name, actor_role, action) VALUES ('Nobody', 'system', 'test.made')`,
      ),
    ).toBe('done');
    expect((await verify()).whole).toBe(true);
  });

  it('is not let in as the owner in production, and said to be elsewhere', async () => {
    const { dataSource, databaseUrl } = product;
    const told = { databaseUrl, migrationsDatabaseUrl: databaseUrl };
    await expect(setUp(dataSource, { ...told, production: true }, () => undefined)).rejects.toThrow(
      /rights of the database’s owner, because the role of DATABASE_URL owns it/,
    );
    const said: string[] = [];
    await setUp(dataSource, { ...told, production: false }, (sentence) => said.push(sentence));
    expect(said).toEqual([expect.stringContaining('guarded by triggers alone')]);
  });

  it('gets its rights from a process that starts while another is at work on the queue', async () => {
    const { dataSource } = product;
    const own = { databaseUrl: undefined, migrationsDatabaseUrl: undefined, production: true };
    const start = () => setUp(dataSource, own, () => undefined);
    await start();
    const worker = dataSource.createQueryRunner();
    await worker.startTransaction();
    try {
      await worker.query('LOCK TABLE graphile_worker._private_jobs IN ROW EXCLUSIVE MODE');
      const inVain = wait(20_000, 'it waited for the worker', { ref: false });
      expect(await Promise.race([start(), inVain])).toMatch(/_app:/);
    } finally {
      await worker.rollbackTransaction();
      await worker.release();
    }
  });
});
