import { Client } from 'pg';

/** Any number; with a worker's name it makes the lock that says the worker lives. */
const LIVES = 7_140_416;

const LOCK = 'SELECT pg_advisory_lock($1, hashtext(name)) FROM unnest($2::text[]) AS name';

/** A worker takes its lock before its first job, so whoever holds a job and no lock is gone. */
const FREE = `
  SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) AS freed
  FROM graphile_worker.jobs
  WHERE locked_by IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database AND datname = current_database()
    WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1
      AND objid::bigint = hashtext(locked_by)::bigint & 4294967295)
  HAVING count(*) > 0`;

/** So that the server notices within half a minute when the machine at the other end is gone. */
const KEEP_ALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/**
 * A session that shows other processes which workers of this one live: it holds a lock for each, and the server drops
 * them with the connection, however the process ends. The queue by itself would wait four hours.
 */
export class Living {
  /** Settles when the session breaks, and nobody can see any longer that the workers live. */
  readonly lost: Promise<void>;

  private constructor(private readonly session: Client) {
    this.lost = new Promise((resolve) => {
      session.on('error', () => resolve());
      session.on('end', () => resolve());
    });
  }

  static async begin(url: string, workers: readonly string[]): Promise<Living> {
    const session = new Client({
      connectionString: url,
      application_name: 'short-breaks workers',
      options: KEEP_ALIVE,
      keepAlive: true,
    });
    const living = new Living(session);
    try {
      await session.connect();
      await session.query(LOCK, [LIVES, workers]);
    } catch (error) {
      await session.end();
      throw error;
    }
    return living;
  }

  /** Gives back the jobs of workers that died over them, to be taken up again. */
  async freeJobsOfTheDead(): Promise<void> {
    await this.session.query(FREE, [LIVES]);
  }

  async end(): Promise<void> {
    await this.session.end();
  }
}
