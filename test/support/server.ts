import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../config/database';
import { ENTITIES } from '../../src/entities';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres';
import { setUp } from '../../src/platform/set-up';
import { TEMPLATE } from './databases';

const MEMORY = '/dev/shm';
const ROOM = 2 ** 31;

/** Quick, and good enough where a crash of the server is not what is tested. */
export const NOT_DURABLE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_init_zero: 'off',
  max_wal_size: '256MB',
};

export interface TestServer {
  stop(): Promise<void>;
}

/** A real server of our own, and on it one migrated database for `cloneDatabase` to copy. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<TestServer> {
  const directory = mkdtempSync(
    join(settings === NOT_DURABLE ? quickFolder() : tmpdir(), 'short-breaks-test-'),
  );
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

/** In memory where there is room: a disk is slow with thousands of files that are soon thrown away. */
function quickFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}
