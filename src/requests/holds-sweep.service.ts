import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Sweeping } from '../platform/sweeping';
import { UnitGate } from '../platform/unit-gate';
import { RequestTidying } from './request-tidying.service';

const EVERY = 60_000;

const RUN_OUT = `
  SELECT DISTINCT unit_id AS "unitId" FROM stays WHERE status = 'held' AND hold_expires_at <= $1 ORDER BY unit_id`;

/**
 * Frees beds whose hold has run out where nobody comes to the gate, so that whoever waits is offered them. Several
 * processes may sweep at once: the gate lets in one, and the next finds nothing to do.
 */
@Injectable()
export class HoldsSweep implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('HoldsSweep');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly gate: UnitGate,
    private readonly tidying: RequestTidying,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sweeping: Sweeping,
  ) {}

  onModuleInit(): void {
    if (!this.sweeping.isOn) return;
    this.timer = setInterval(() => {
      this.underWay = this.underWay.then(() => this.sweep()).catch((error: unknown) => this.log.error(error));
    }, EVERY);
    this.timer.unref();
  }

  onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    return this.underWay;
  }

  /** The gate expires the holds, and tells whoever waits which nights are free. */
  async sweep(): Promise<void> {
    const units = await this.database.rows<{ unitId: string }>(RUN_OUT, [this.clock.now()]);
    for (const { unitId } of units) await this.gate.change(unitId, (tx) => this.tidying.tidy(tx, unitId));
  }
}
