import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../config/database';
import { ENTITIES } from '../../src/entities';
import {
  startEmbeddedPostgres,
  type RunningPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres';
import { migrate } from '../../src/platform/migrate';
import { TEMPLATE } from './databases';

/** Durability is not what the tests are about. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

declare global {
  var testServer: { readonly running: RunningPostgres; readonly directory: string } | undefined;
}

/** One real server for the run, and one migrated database that every test file clones. */
export default async function globalSetup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'short-breaks-test-'));
  const running = await startEmbeddedPostgres({
    directory,
    say: () => undefined,
    settings: FAST,
    databaseName: TEMPLATE,
  });
  const template = createDataSource(running.url, 2, ENTITIES);
  await template.initialize();
  await migrate(template);
  await template.destroy();
  globalThis.testServer = { running, directory };
  process.env['TEST_SERVER_URL'] = running.url;
}
