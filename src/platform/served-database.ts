import type { Environment } from '../../config/environment';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres';

export interface ServedDatabase {
  /** As its owner. */
  readonly url: string;
  stop(): Promise<void>;
}

const SPARE_CONNECTIONS = 20;

/** A server of one's own when `DATABASE_URL` names one, else the embedded one in `DATA_DIR`. */
export async function serveDatabase(
  { databaseUrl, migrationsDatabaseUrl, dataDirectory, poolSize }: Environment,
  say: (sentence: string) => void,
  onExit: (sentence: string) => void,
): Promise<ServedDatabase> {
  const url = migrationsDatabaseUrl ?? databaseUrl;
  if (url) return { url, stop: () => Promise.resolve() };
  const settings = { max_connections: String(Math.max(100, poolSize + SPARE_CONNECTIONS)) };
  return startEmbeddedPostgres({ directory: dataDirectory, say, onExit, settings });
}
