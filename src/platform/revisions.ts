import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';

const CHANNEL = 'unit_revised';

/** Listeners hear of a burst of changes once in so many milliseconds. */
const A_MOMENT = 500;

const AGAIN_AFTER = 1_000;

type Listener = () => void;

/**
 * Tells whoever watches a unit that its diary may have changed, whichever process changed it: PostgreSQL passes on what
 * is committed. One connection a process, from the first watcher on; after a break everybody is told, for something may
 * have been missed.
 */
export class Revisions implements OnModuleDestroy {
  private readonly log = new Logger('Revisions');
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly changed = new Set<string>();
  private session: Client | undefined;
  private moment: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(private readonly databaseUrl: string) {}

  /** @returns what ends the watch. */
  watch(unitId: string, listener: Listener): () => void {
    const those = this.listeners.get(unitId) ?? new Set();
    this.listeners.set(unitId, those.add(listener));
    this.listen();
    return () => {
      those.delete(listener);
      if (those.size === 0) this.listeners.delete(unitId);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.moment);
    clearTimeout(this.retry);
    await this.session?.end().catch(() => undefined);
  }

  private listen(): void {
    if (this.session || this.isOver) return;
    const session = new Client({
      connectionString: this.databaseUrl,
      application_name: 'short-breaks board',
    });
    this.session = session;
    session.on('notification', ({ payload = '' }) => this.hear([payload]));
    session.on('error', () => this.lose(session));
    session.on('end', () => this.lose(session));
    session
      .connect()
      .then(() => session.query(`LISTEN ${CHANNEL}`))
      .then(() => this.hear([...this.listeners.keys()]))
      .catch((error: unknown) => {
        this.log.warn(`Not told of changes: ${error instanceof Error ? error.message : String(error)}`);
        this.lose(session);
      });
  }

  private lose(session: Client): void {
    if (this.session !== session || this.isOver) return;
    this.session = undefined;
    session.end().catch(() => undefined);
    this.retry = setTimeout(() => this.listen(), AGAIN_AFTER);
  }

  private hear(unitIds: readonly string[]): void {
    for (const id of unitIds) if (this.listeners.has(id)) this.changed.add(id);
    if (this.changed.size === 0 || this.moment) return;
    this.moment = setTimeout(() => {
      this.moment = undefined;
      const ids = [...this.changed];
      this.changed.clear();
      for (const id of ids) this.listeners.get(id)?.forEach((listener) => listener());
    }, A_MOMENT);
  }
}
