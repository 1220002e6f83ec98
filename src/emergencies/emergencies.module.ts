import { Module } from '@nestjs/common';
import { CompatibilityModule } from '../compatibility/compatibility.module';
import { PeopleModule } from '../people/people.module';
import { RequestsModule } from '../requests/requests.module';
import { StaysModule } from '../stays/stays.module';
import { TasksModule } from '../tasks/tasks.module';
import { UnitsModule } from '../units/units.module';
import { ClaimAftermath } from './claim-aftermath.service';
import { ClaimFacts } from './claim-facts.service';
import { ClaimFiles } from './claim-files.service';
import { ClaimLooks } from './claim-looks.service';
import { ClaimMadePages } from './claim-made.pages';
import { ClaimNewPages } from './claim-new.pages';
import { ClaimRecords } from './claim-records.service';
import { ClaimedChildren } from './claimed-children.service';
import { Displacements } from './displacements.service';
import { EmergencyClaimsController } from './emergency-claims.controller';
import { EmergencyClaims } from './emergency-claims.service';
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
  controllers: [EmergencyClaimsController, ClaimNewPages, ClaimMadePages],
  providers: [
    ClaimAftermath,
    ClaimFacts,
    ClaimFiles,
    ClaimLooks,
    ClaimRecords,
    ClaimedChildren,
    Displacements,
    EmergencyClaims,
    StakesReader,
  ],
  exports: [ClaimRecords],
})
export class EmergenciesModule {}
