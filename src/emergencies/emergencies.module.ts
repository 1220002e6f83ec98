import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { RequestsModule } from '../requests/requests.module';
import { StaysModule } from '../stays/stays.module';
import { TasksModule } from '../tasks/tasks.module';
import { UnitsModule } from '../units/units.module';
import { BookedByHand } from './booked-by-hand.service';
import { ClaimAftermath } from './claim-aftermath.service';
import { ClaimFacts } from './claim-facts.service';
import { ClaimNotices } from './claim-notices.service';
import { ClaimFiles } from './claim-files.service';
import { ClaimLooks } from './claim-looks.service';
import { ClaimMadePages } from './claim-made.pages';
import { ClaimNewPages } from './claim-new.pages';
import { ClaimRecords } from './claim-records.service';
import { ClaimedChildren } from './claimed-children.service';
import { Displacements } from './displacements.service';
import { EmergencyClaimsController } from './emergency-claims.controller';
import { EmergencyClaims } from './emergency-claims.service';
import { EmergencySweep } from './emergency-sweep.service';
import { EmergencyWatch } from './emergency-watch.reader';
import { HandoverAlarms } from './handover-alarms.service';
import { HandoverStates } from './handover-states.reader';
import { HandoversController } from './handovers.controller';
import { HandoversPages } from './handovers.pages';
import { HandoversReader } from './handovers.reader';
import { Handovers } from './handovers.service';
import { StakesReader } from './stakes.reader';
import { TonightModule } from './tonight.module';

/** A bed at once, with half the facts missing, and the least harm to everybody else. */
@Module({
  imports: [
    UnitsModule,
    PeopleModule,
    StaysModule,
    CompatibilityModule,
    RequestsModule,
    TasksModule,
    TonightModule,
  ],
  controllers: [
    EmergencyClaimsController,
    ClaimNewPages,
    ClaimMadePages,
    HandoversController,
    HandoversPages,
  ],
  providers: [
    BookedByHand,
    ClaimAftermath,
    ClaimFacts,
    ClaimFiles,
    ClaimLooks,
    ClaimNotices,
    ClaimRecords,
    ClaimedChildren,
    Displacements,
    EmergencyClaims,
    EmergencySweep,
    EmergencyWatch,
    HandoverAlarms,
    HandoverStates,
    Handovers,
    HandoversReader,
    StakesReader,
  ],
  exports: [ClaimRecords, HandoverStates],
})
export class EmergenciesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(HandoverAlarms).forRoutes('{*everything}');
  }
}
