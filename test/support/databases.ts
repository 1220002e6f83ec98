import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export const TEMPLATE = 'template_short_breaks';

export interface ClonedDatabase {
  /** As its owner. */
  readonly url: string;
  /** As the application comes to it. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file: a clone of the migrated template, rights included, copied without a log. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
  const appUrl = urlOf(name, 'TEST_SERVER_URL_OF_APP');
  return { url: urlOf(name), appUrl, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function urlOf(database: string, as = 'TEST_SERVER_URL'): string {
  const url = new URL(process.env[as] ?? '');
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
