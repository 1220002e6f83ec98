import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';
import { UnitGate } from '../platform/unit-gate';
import { RequestTidying } from './request-tidying.service';

const EVERY_MINUTE = '* * * * *';

const RUN_OUT = `
  SELECT DISTINCT unit_id AS "unitId" FROM stays WHERE status = 'held' AND hold_expires_at <= $1 ORDER BY unit_id`;

/** Frees beds whose hold has run out where nobody comes to the gate, so that whoever waits is offered them. */
@Injectable()
export class HoldsSweep implements OnModuleInit {
  constructor(
    private readonly gate: UnitGate,
    private readonly tidying: RequestTidying,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('free holds that have run out', EVERY_MINUTE, () => this.sweep());
  }

  /** The gate expires the holds, and tells whoever waits which nights are free. */
  private async sweep(): Promise<void> {
    const units = await this.database.rows<{ unitId: string }>(RUN_OUT, [this.clock.now()]);
    for (const { unitId } of units) await this.gate.change(unitId, (tx) => this.tidying.tidy(tx, unitId));
  }
}
