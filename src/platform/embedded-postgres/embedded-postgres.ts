import { Binaries, findBinaries } from './binaries';
import { openCluster } from './cluster';
import { prepareDirectory } from './data-directory';
import { ensureDatabase } from './database';
import { Ownership, takeOwnership } from './owner-lock';
import { chooseRunner } from './runner';
import { ServerLog } from './server-log';
import { startServer } from './start-server';

export interface RunningPostgres {
  /** `postgres://user:password@127.0.0.1:port/name`; the port differs from start to start. */
  readonly url: string;
  /** Fast shutdown: sessions are cut, what was committed is kept. May be called more than once. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** DATA_DIR: holds the cluster in `postgres`, its password and its log. */
  readonly directory: string;
  /** Told of progress, one sentence at a time. */
  readonly say: (sentence: string) => void;
  /** Server settings beyond ours; with `fsync: 'off'` the cluster is also made without syncing. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Created if missing. */
  readonly databaseName?: string;
  /** Told once if the server ends without `stop()` having been called. */
  readonly onExit?: (sentence: string) => void;
}

/**
 * A real PostgreSQL in `directory`, ready for connections and owned by this process alone.
 * A server left there by a killed process is stopped first; its committed work is kept.
 * @throws Error whose message says in English what is wrong and what to do about it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const binaries = findBinaries();
  const directory = prepareDirectory(options.directory);
  const ownership = await takeOwnership(directory);
  try {
    return await start(binaries, directory, options, ownership);
  } catch (problem) {
    await ownership.release();
    throw problem;
  }
}

async function start(
  binaries: Binaries,
  directory: string,
  { say, settings = {}, databaseName = 'short_breaks', onExit }: EmbeddedPostgresOptions,
  ownership: Ownership,
): Promise<RunningPostgres> {
  const runner = chooseRunner(binaries, directory);
  const log = new ServerLog(directory);
  const durable = settings['fsync'] !== 'off';
  const cluster = await openCluster({ directory, binaries, runner, log, say, durable });
  const server = await startServer({ cluster: cluster.path, binaries, runner, log, say, settings });
  const address = `postgres://postgres:${cluster.password}@127.0.0.1:${server.port}`;
  try {
    await ensureDatabase(address, databaseName);
  } catch (problem) {
    await server.stop();
    throw log.failure('PostgreSQL could not open its database.', problem);
  }
  server.onUnexpectedExit(() =>
    onExit?.(`PostgreSQL ended by itself.${log.quote()}\nStart again: what was committed is kept.`),
  );
  const stop = async () => {
    await server.stop();
    await ownership.release();
  };
  let stopping: Promise<void> | undefined;
  return { url: `${address}/${encodeURIComponent(databaseName)}`, stop: () => (stopping ??= stop()) };
}
