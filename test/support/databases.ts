import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export const TEMPLATE = 'template_short_breaks';

/** A database of its own for one test file: a clone of the migrated template. */
export async function cloneDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return { url: urlOf(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function urlOf(database: string): string {
  const url = new URL(process.env['TEST_SERVER_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

/** Cloning waits its turn: PostgreSQL copies a template for one caller at a time. */
async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
