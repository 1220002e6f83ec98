import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { UnitsModule } from '../units/units.module';
import { EmergencyRecordsReader } from './emergency-records.reader';
import { LedgerReader } from './ledger.reader';
import { OccupancyNow } from './occupancy-now.service';
import { OccupancyPages } from './occupancy.pages';
import { QuestionPages } from './question.pages';
import { Questions } from './questions.service';
import { ReportsController } from './reports.controller';
import { Reports } from './reports.service';
import { UseRecordsReader } from './use-records.reader';

@Module({
  imports: [UnitsModule, PeopleModule],
  controllers: [ReportsController, OccupancyPages, QuestionPages],
  providers: [LedgerReader, EmergencyRecordsReader, UseRecordsReader, OccupancyNow, Reports, Questions],
  exports: [LedgerReader, OccupancyNow, Reports, Questions],
})
export class ReportsModule {}
