import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';

interface Open {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
}

const open = new AsyncLocalStorage<Open>();

/** One door to PostgreSQL. Inside a transaction everything, reads included, goes through it. */
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return open.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Rows of a query, typed by the caller who wrote its columns. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [...parameters]);
  }

  /** Runs `work` in a transaction, or in a savepoint when one is already open. READ COMMITTED, see UnitGate. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const outer = open.getStore();
    const afterCommit = outer?.afterCommit ?? [];
    const done = await this.manager.transaction((manager) =>
      open.run({ manager, afterCommit }, () => work(manager)),
    );
    if (!outer) open.exit(() => afterCommit.forEach((act) => act()));
    return done;
  }

  /** Everything `read` reads is of one moment: of the open transaction's, or of its own. It can write nothing. */
  async snapshot<T>(read: () => Promise<T>): Promise<T> {
    if (open.getStore()) return read();
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      return open.run({ manager, afterCommit: [] }, read);
    });
  }

  /** On no transaction that is or was open here: what `work` writes in one statement is committed with it. */
  async apart<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return open.exit(() => work(this.dataSource.manager));
  }

  /** Does `act` once the outermost transaction has committed, or at once when none is open. */
  afterCommit(act: () => void): void {
    const outer = open.getStore();
    if (outer) outer.afterCommit.push(act);
    else act();
  }
}
