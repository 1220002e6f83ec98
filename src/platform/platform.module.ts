import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import type { OpenIdSettings } from '../../config/openid';
import { Scope } from './about/scope';
import { Subjects } from './about/subjects';
import { AuditTrail } from './audit/audit-trail';
import { AuditReader } from './audit/audit-reader';
import { Looks } from './audit/looks';
import { Refusals } from './audit/refusals';
import { Witness } from './audit/witness';
import { AuditVerificationController } from './audit/verification.controller';
import { AuditVerification } from './audit/verification.service';
import { Clock } from './clock';
import { CouncilSignIn } from './council-sign-in';
import { Database } from './database';
import { Demonstration } from './demonstration';
import { FreedNights } from './freed-nights';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { Jobs } from './jobs/jobs';
import { MetricsController } from './metrics.controller';
import { Metrics } from './metrics';
import { urlOf } from './migrate';
import { Letters } from './notices/letters';
import { NoticeSending } from './notices/notice-sending.service';
import { Notices } from './notices/notices';
import { OutboxOnly } from './notices/outbox-only';
import { Sender } from './notices/sender';
import { USUAL, type Protection } from './protection/protection';
import { RateLimits } from './protection/rate-limits';
import { SecurityContact } from './protection/security-contact';
import { WellKnownController } from './protection/well-known.controller';
import { Revisions } from './revisions';
import { SentOnce } from './sent-once';
import { UnitGate } from './unit-gate';

export interface Ground {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Whether this is the demonstration, whose accounts are no secret. */
  readonly demo?: boolean;
  /** The council's sign-in; without it only the demonstration's accounts can come in. */
  readonly openId?: OpenIdSettings | undefined;
  /** How notices are sent; not at all unless told. */
  readonly sender?: Sender;
  /** Where people find the product: what links in notices begin with. */
  readonly publicUrl?: string;
  readonly protection?: Protection;
}

/** What every feature stands on. */
@Module({})
export class PlatformModule {
  static on(ground: Ground): DynamicModule {
    const { dataSource, clock, demo = false, openId, sender = new OutboxOnly(), publicUrl = '' } = ground;
    const { requestsPerMinute, securityContact } = ground.protection ?? USUAL;
    const database = new Database(dataSource);
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController, AuditVerificationController, WellKnownController],
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        { provide: CouncilSignIn, useValue: new CouncilSignIn(openId, publicUrl) },
        { provide: Demonstration, useValue: new Demonstration(demo) },
        { provide: Jobs, useFactory: () => new Jobs(urlOf(dataSource), clock) },
        { provide: Revisions, useFactory: () => new Revisions(urlOf(dataSource)) },
        { provide: Sender, useValue: sender },
        { provide: Letters, useValue: new Letters(publicUrl) },
        { provide: RateLimits, useValue: new RateLimits(requestsPerMinute) },
        { provide: SecurityContact, useValue: new SecurityContact(securityContact) },
        Notices,
        NoticeSending,
        AuditTrail,
        AuditVerification,
        AuditReader,
        Looks,
        Refusals,
        Witness,
        Subjects,
        Scope,
        FreedNights,
        UnitGate,
        SentOnce,
        Metrics,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [
        RateLimits,
        Revisions,
        Database,
        Clock,
        CouncilSignIn,
        Demonstration,
        Jobs,
        Notices,
        Letters,
        Sender,
        AuditTrail,
        AuditReader,
        AuditVerification,
        Subjects,
        Scope,
        FreedNights,
        UnitGate,
        SentOnce,
      ],
    };
  }
}
