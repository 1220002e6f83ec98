import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AuditTrail } from './audit-trail';
import { Clock } from './clock';
import { Database } from './database';
import { Demonstration } from './demonstration';
import { FreedNights } from './freed-nights';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { Jobs } from './jobs/jobs';
import { MetricsController } from './metrics.controller';
import { Metrics } from './metrics';
import { urlOf } from './migrate';
import { SentOnce } from './sent-once';
import { UnitGate } from './unit-gate';

export interface Ground {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Whether this is the demonstration, whose accounts are no secret. */
  readonly demo?: boolean;
}

/** What every feature stands on. */
@Module({})
export class PlatformModule {
  static on({ dataSource, clock, demo = false }: Ground): DynamicModule {
    const database = new Database(dataSource);
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        { provide: Demonstration, useValue: new Demonstration(demo) },
        { provide: Jobs, useFactory: () => new Jobs(urlOf(dataSource), clock) },
        AuditTrail,
        FreedNights,
        UnitGate,
        SentOnce,
        Metrics,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [Database, Clock, Demonstration, Jobs, AuditTrail, FreedNights, UnitGate, SentOnce],
    };
  }
}
