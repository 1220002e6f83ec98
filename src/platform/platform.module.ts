import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AuditTrail } from './audit-trail';
import { Clock } from './clock';
import { Database } from './database';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { UnitGate } from './unit-gate';

export interface Ground {
  readonly dataSource: DataSource;
  readonly clock: Clock;
}

/** What every feature stands on. */
@Module({})
export class PlatformModule {
  static on({ dataSource, clock }: Ground): DynamicModule {
    const database = new Database(dataSource);
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        AuditTrail,
        UnitGate,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [Database, Clock, AuditTrail, UnitGate],
    };
  }
}
