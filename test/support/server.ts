import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../config/database';
import { ENTITIES } from '../../src/entities';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres';
import { setUp } from '../../src/platform/set-up';
import { TEMPLATE } from './databases';

/** Quick, and good enough where a crash of the server is not what is tested. */
export const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface TestServer {
  stop(): Promise<void>;
}

/** A real server of our own, and on it one migrated database for `cloneDatabase` to copy. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'short-breaks-test-'));
  const running = await startEmbeddedPostgres({
    directory,
    say: () => undefined,
    settings: { max_connections: '200', ...settings },
    databaseName: TEMPLATE,
  });
  const template = createDataSource(running.url, 2, ENTITIES);
  await template.initialize();
  const url = await setUp(
    template,
    { databaseUrl: running.url, migrationsDatabaseUrl: undefined, production: false },
    () => undefined,
  );
  await template.destroy();
  process.env['TEST_SERVER_URL'] = running.url;
  process.env['TEST_SERVER_URL_OF_APP'] = url;
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { stop };
}
