import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { DataSource } from 'typeorm';

/** What its triggers refuse everybody, rights refuse the application: so that it cannot be got round by dropping one. */
const REFUSED = `
  SELECT tgrelid::regclass::text AS name, bool_or(tgtype & 8 > 0) AS "noDelete", bool_or(tgtype & 16 > 0) AS "noUpdate"
  FROM pg_trigger WHERE tgfoid = 'public.refuse_to_alter_history'::regproc AND NOT tgisinternal GROUP BY tgrelid`;

/** Written by the database itself: what seals the audit trail, and which migrations ran. */
const ONLY_READ = ['audit_links', 'audit_chains', 'migrations'];

/** Of an audit entry everything but its number, which is the database's to give. */
const ENTRY =
  'at, actor_id, actor_name, actor_role, action, unit_id, young_person_id, subject_id, before, after, reason, request_id';

/**
 * The queue's tables let nobody see a row but by a policy. Those that have it already are left alone: giving it locks the
 * table, against the workers of whatever process runs.
 */
const QUEUE_TABLES_WITHOUT = `
  SELECT oid::regclass::text AS name FROM pg_class
  WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = $1)`;

/**
 * The application's own role beside the owner of the database: it can write what the product writes, and neither
 * alter history, nor drop a trigger, nor change a table.
 */
export interface AppRole {
  readonly name: string;
  /** `null` where the owner needs none either. */
  readonly password: string | null;
}

/** The role of an address whose owner makes it: one a database, its password derived, so that every process knows it. */
export function appRoleOf(ownerUrl: string): AppRole {
  const { password, pathname } = new URL(ownerUrl);
  const database = decodeURIComponent(pathname.slice(1));
  const name = `${database.slice(0, 59)}_app`;
  if (password === '') return { name, password: null };
  const key = decodeURIComponent(password);
  return {
    name,
    password: createHmac('sha256', key).update(`the application of ${database}`).digest('base64url'),
  };
}

/** The same database, as the application comes to it. */
export function urlAs({ name, password }: AppRole, ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password ?? '');
  return url.href;
}

/** @returns whether one can come to the database at this address. */
export async function opens(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the role unless one can come in as it already. @throws when the owner may not make roles. */
export async function makeRole(owner: DataSource, role: AppRole, url: string): Promise<void> {
  if (await opens(url)) return;
  const [name, password] = [
    escapeIdentifier(role.name),
    role.password === null ? 'NULL' : escapeLiteral(role.password),
  ];
  const [there] = await owner.query<unknown[]>('SELECT FROM pg_roles WHERE rolname = $1', [role.name]);
  await owner.query(
    `${there ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`,
  );
}

/** @returns whether rights hold this role back from nothing. */
export async function ownsAll(owner: DataSource, roleName: string): Promise<boolean> {
  const [found] = await owner.query<{ owns: boolean }[]>(
    `SELECT rolsuper OR pg_has_role(rolname, tableowner, 'MEMBER') AS owns
     FROM pg_roles, pg_tables WHERE rolname = $1 AND schemaname = 'public' AND tablename = 'audit_entries'`,
    [roleName],
  );
  return found?.owns ?? false;
}

/** Everything the application needs and nothing else, given anew after every migration, in one transaction. */
export async function giveRights(owner: DataSource, roleName: string): Promise<void> {
  const role = escapeIdentifier(roleName);
  await owner.transaction(async (tx) => {
    const give = (sql: string): Promise<unknown> => tx.query(sql);
    await give(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
    await give(`GRANT USAGE ON SCHEMA public TO ${role}`);
    await give(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
    await give(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
    for (const { name, noDelete, noUpdate } of await tx.query<Refusal[]>(REFUSED)) {
      if (noDelete) await give(`REVOKE DELETE ON ${name} FROM ${role}`);
      if (noUpdate) await give(`REVOKE UPDATE ON ${name} FROM ${role}`);
    }
    await give(`REVOKE INSERT, UPDATE, DELETE ON ${ONLY_READ.join(', ')} FROM ${role}`);
    await give(`REVOKE INSERT ON audit_entries FROM ${role}`);
    await give(`GRANT INSERT (${ENTRY}) ON audit_entries TO ${role}`);
    await giveTheQueue(tx, roleName);
  });
}

interface Refusal {
  readonly name: string;
  readonly noDelete: boolean;
  readonly noUpdate: boolean;
}

async function giveTheQueue(tx: Pick<DataSource, 'query'>, roleName: string): Promise<void> {
  const role = escapeIdentifier(roleName);
  await tx.query(`GRANT USAGE ON SCHEMA graphile_worker TO ${role}`);
  await tx.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${role}`);
  await tx.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${role}`);
  for (const { name } of await tx.query<{ name: string }[]>(QUEUE_TABLES_WITHOUT, [roleName]))
    await tx.query(`CREATE POLICY ${role} ON ${name} TO ${role} USING (true) WITH CHECK (true)`);
}
