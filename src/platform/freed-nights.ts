import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Nights } from '../domain/nights';
import { Database } from './database';
import { requestId, underOneId } from './request-context';

export interface Freed {
  readonly unitId: string;
  readonly nights: Nights;
  /** How many beds became free on them; one unless said. */
  readonly beds?: number;
}

type Hear = (freed: Freed) => Promise<void>;
type HearWithin = (tx: EntityManager, freed: readonly Freed[]) => Promise<void>;

const underChange = new AsyncLocalStorage<Freed[]>();

/** Tells who waits for nights which ones have become free. Whoever frees them does not wait for what comes of it. */
@Injectable()
export class FreedNights implements OnModuleDestroy {
  private readonly log = new Logger('FreedNights');
  private readonly hearers: Hear[] = [];
  private readonly hearersWithin: HearWithin[] = [];
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  hear(hear: Hear): void {
    this.hearers.push(hear);
  }

  /** Told at the end of the change that freed them, as part of it: under its lock, and undone with it. */
  hearWithin(hear: HearWithin): void {
    this.hearersWithin.push(hear);
  }

  /** Does a change of the diary, and what comes of what it frees; one within another leaves that to the outer one. */
  async during<T>(tx: EntityManager, change: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (underChange.getStore()) return change(tx);
    const freed: Freed[] = [];
    const done = await underChange.run(freed, () => change(tx));
    if (freed.length > 0) for (const hear of this.hearersWithin) await hear(tx, freed);
    return done;
  }

  /** Those who wait are told once what freed them has committed. */
  publish(freed: Freed): void {
    underChange.getStore()?.push(freed);
    this.database.afterCommit(() => {
      for (const hear of this.hearers) this.underWay = this.underWay.then(() => this.tell(hear, freed));
    });
  }

  /** When everything that has been published so far has been dealt with. */
  async settled(): Promise<void> {
    let last: Promise<void> | undefined;
    while (last !== this.underWay) {
      last = this.underWay;
      await last;
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }

  /** As the product's own doing, under the same id: what comes of it may be of units that are not the asker's. */
  private async tell(hear: Hear, freed: Freed): Promise<void> {
    try {
      await underOneId(() => hear(freed), requestId());
    } catch (error) {
      this.log.error(error instanceof Error ? error.stack : error);
    }
  }
}
