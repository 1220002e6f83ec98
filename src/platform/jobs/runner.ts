import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { run, type ParsedCronItem, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { jobLog } from './job-log';
import { Living } from './living';
import { QUEUE, queuePool } from './queue';

/** One may be long, such as a search for the best plan; a notice need not wait for it. */
const WORKERS = 2;
/** A connection each to listen and to work, and one for the clock. */
const CONNECTIONS = 2 * WORKERS + 1;
const LOOK_FOR_THE_DEAD = 3_000;
const BEFORE_ANOTHER_TRY = 2_000;
/** What is not done by then is taken up again by whoever runs next. */
const PATIENCE_AT_STOP = 10_000;

interface Running {
  readonly living: Living;
  readonly pool: Pool;
  readonly runners: readonly Runner[];
  /** Settles when part of it has broken, such as by a restart of the database. */
  readonly broken: Promise<unknown>;
}

/** The workers of this process; when they break they are started again, until they are told to stop. */
export class JobRunner {
  private readonly stopping = new AbortController();
  private kept: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly tasks: TaskList,
    private readonly schedule: () => ParsedCronItem[],
  ) {}

  /** @throws when the first start fails. */
  async start(): Promise<void> {
    this.kept = this.keep(await this.begin());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.kept;
  }

  private async keep(first: Running): Promise<void> {
    let running: Running | undefined = first;
    while (running) {
      await this.untilBroken(running);
      await this.end(running);
      running = await this.beginAgain();
    }
  }

  private async beginAgain(): Promise<Running | undefined> {
    for (;;) {
      await wait(BEFORE_ANOTHER_TRY, undefined, this.stopping).catch(() => undefined);
      if (this.stopping.signal.aborted) return undefined;
      try {
        return await this.begin();
      } catch (error) {
        jobLog.error(`Jobs do not run, trying again: ${String(error)}`);
      }
    }
  }

  private async untilBroken({ living, broken }: Running): Promise<void> {
    const { signal } = this.stopping;
    const stopped = signal.aborted ? Promise.resolve() : once(signal, 'abort');
    const tidying = setInterval(
      () => void living.freeJobsOfTheDead().catch(() => undefined),
      LOOK_FOR_THE_DEAD,
    );
    await Promise.race([stopped, living.lost, broken]);
    clearInterval(tidying);
  }

  private async begin(): Promise<Running> {
    const workers = Array.from({ length: WORKERS }, () => `worker-${randomUUID()}`);
    const living = await Living.begin(this.url, workers);
    const pool = queuePool(this.url, CONNECTIONS);
    const runners: Runner[] = [];
    try {
      await living.freeJobsOfTheDead();
      const breaks: Promise<unknown>[] = [];
      for (const [place, workerId] of workers.entries()) {
        const events = new EventEmitter() as WorkerEvents;
        breaks.push(once(events as EventEmitter, 'worker:fatalError'));
        const parsedCronItems = place === 0 ? this.schedule() : [];
        const preset = { worker: { events } };
        const options = { ...QUEUE, pgPool: pool, preset, workerId, concurrency: 1, noHandleSignals: true };
        const runner = await run({ ...options, parsedCronItems }, this.tasks);
        runners.push(runner);
        breaks.push(runner.promise.catch(() => undefined));
      }
      return { living, pool, runners, broken: Promise.race(breaks) };
    } catch (error) {
      await this.end({ living, pool, runners });
      throw error;
    }
  }

  private async end({ living, pool, runners }: Omit<Running, 'broken'>): Promise<void> {
    const stopped = Promise.allSettled(runners.map(async (runner) => runner.stop()));
    await Promise.race([stopped, wait(PATIENCE_AT_STOP, undefined, { ref: false })]);
    await Promise.allSettled([pool.end(), living.end()]);
  }
}
