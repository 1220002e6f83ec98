import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { servesCluster } from '../../src/platform/embedded-postgres/serves-cluster';
import {
  RunningPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres';

/** Data directories and servers of one test file, ended together. */
export class Places {
  readonly said: string[] = [];
  readonly settings = { fsync: 'off', shared_buffers: '16MB' };
  readonly root = mkdtempSync(join(tmpdir(), 'short-breaks-'));
  private readonly servers: RunningPostgres[] = [];
  private readonly directories: string[] = [];

  directory(): string {
    const directory = join(this.root, `data-${this.directories.length}`);
    this.directories.push(directory);
    return directory;
  }

  async start(directory: string, onExit?: (sentence: string) => void): Promise<RunningPostgres> {
    const say = (sentence: string) => this.said.push(sentence);
    const { settings } = this;
    const server = await startEmbeddedPostgres({ directory, say, settings, ...(onExit && { onExit }) });
    this.servers.push(server);
    return server;
  }

  async end(): Promise<void> {
    for (const server of this.servers) await server.stop();
    for (const directory of this.directories) killOrphan(directory);
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  // A server killed on purpose ends the session with an error nobody waits for.
  client.on('error', () => undefined);
  await client.connect();
  const result = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return result.rows;
}

export function serverPid(directory: string): number {
  return Number(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function killOrphan(directory: string): void {
  if (!existsSync(join(directory, 'postgres', 'postmaster.pid'))) return;
  const pid = serverPid(directory);
  if (servesCluster(pid, join(directory, 'postgres'))) process.kill(pid, 'SIGKILL');
}
