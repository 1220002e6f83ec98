import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Nights } from '../domain/nights';
import { Database } from './database';

export interface Freed {
  readonly unitId: string;
  readonly nights: Nights;
  /** How many beds became free on them; one unless said. */
  readonly beds?: number;
}

type Hear = (freed: Freed) => Promise<void>;

/** Tells who waits for nights which ones have become free. Whoever frees them does not wait for what comes of it. */
@Injectable()
export class FreedNights implements OnModuleDestroy {
  private readonly log = new Logger('FreedNights');
  private readonly hearers: Hear[] = [];
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  hear(hear: Hear): void {
    this.hearers.push(hear);
  }

  /** Told once what freed them has committed. */
  publish(freed: Freed): void {
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

  private async tell(hear: Hear, freed: Freed): Promise<void> {
    try {
      await hear(freed);
    } catch (error) {
      this.log.error(error instanceof Error ? error.stack : error);
    }
  }
}
