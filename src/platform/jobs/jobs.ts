import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { OnModuleDestroy } from '@nestjs/common';
import { runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { underOneId } from '../request-context';
import { Living } from './living';
import { QUEUE, queuePool } from './queue';
import { JobRunner } from './runner';
import { scheduleOf } from './schedule';

const ADD = `
  SELECT graphile_worker.add_job($1, $2::json, job_key := $3, run_at := now() + $4 * interval '1 millisecond')`;

/** The queue goes by the database's clock, a job's own time is told by ours. */
const COME_DUE = `
  SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) FROM graphile_worker._private_jobs
  WHERE locked_at IS NULL AND run_at > now() AND (payload ->> 'dueAt')::timestamptz <= $1`;

interface Waiting {
  readonly given: object;
  readonly dueAt: Date | undefined;
}

export interface HowToWait {
  /** Jobs of one key are one job for as long as it waits: the latest. */
  readonly key?: string;
  readonly runAt?: Date;
}

/**
 * Work done after the answer, or by the clock. A job commits with the change that adds it and is taken by one worker
 * of one process; if that dies, by another. So it runs at least once: its effect must be once, by keys of its own.
 */
export class Jobs implements OnModuleDestroy {
  private readonly acts = new Map<string, (given: object) => Promise<void>>();
  private readonly crons = new Map<string, string>();
  private runner: JobRunner | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly clock: Clock,
  ) {}

  /** In `onModuleInit`: what a job of this name does with what was given to `add`. */
  handle(name: string, act: (payload: never) => Promise<void>): void {
    if (this.acts.has(name)) throw new Error(`Two things are done by jobs called ${name}.`);
    this.acts.set(name, (given) => act(given as never));
  }

  /** In `onModuleInit`: done by the clock, in UTC, by one process a tick; after a stop missed ticks are caught up. */
  every(name: string, cron: string, act: () => Promise<void>): void {
    this.handle(name, act);
    this.crons.set(name, cron);
  }

  /** Part of the caller's transaction. */
  async add(tx: EntityManager, name: string, payload: object, { key, runAt }: HowToWait = {}): Promise<void> {
    if (!this.acts.has(name)) throw new Error(`Nobody handles jobs called ${name}.`);
    const delay = runAt ? Math.max(0, runAt.getTime() - this.clock.now().getTime()) : 0;
    const waiting: Waiting = { given: payload, dueAt: runAt };
    await tx.query(ADD, [name, JSON.stringify(waiting), key ?? null, delay]);
  }

  /** From now on this process runs jobs; until then, and in tests, they wait. */
  async start(): Promise<void> {
    this.runner = new JobRunner(this.databaseUrl, this.tasks(), () => scheduleOf(this.crons, new Date()));
    await this.runner.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
  }

  /** Runs everything that is due by our clock, once. @throws what a job threw. */
  async runDue(): Promise<void> {
    const workerId = `worker-${randomUUID()}`;
    const living = await Living.begin(this.databaseUrl, [workerId]);
    const pool = queuePool(this.databaseUrl, 2);
    const failures: unknown[] = [];
    const events = new EventEmitter() as WorkerEvents;
    events.on('job:error', ({ error }) => failures.push(error));
    try {
      await living.freeJobsOfTheDead();
      await pool.query(COME_DUE, [this.clock.now()]);
      const options = {
        ...QUEUE,
        preset: { worker: { events } },
        pgPool: pool,
        workerId,
        noHandleSignals: true,
      };
      await runOnce(options, this.tasks());
    } finally {
      await Promise.all([pool.end(), living.end()]);
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Does at once what is done by the clock under this name. */
  async runNow(name: string): Promise<void> {
    const act = this.acts.get(name);
    if (!act) throw new Error(`Nothing is called ${name}.`);
    await act({});
  }

  private tasks(): TaskList {
    const tasks = [...this.acts].map(([name, act]) => [
      name,
      (payload: unknown) => underOneId(() => act((payload as Partial<Waiting>).given ?? {})),
    ]);
    return Object.fromEntries(tasks) as TaskList;
  }
}
