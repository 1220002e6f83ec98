import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module';
import { EmergencyRecordsReader } from './emergency-records.reader';
import { LedgerReader } from './ledger.reader';
import { OccupancyNow } from './occupancy-now.service';
import { OccupancyPages } from './occupancy.pages';
import { ReportsController } from './reports.controller';
import { Reports } from './reports.service';

@Module({
  imports: [UnitsModule],
  controllers: [ReportsController, OccupancyPages],
  providers: [LedgerReader, EmergencyRecordsReader, OccupancyNow, Reports],
  exports: [LedgerReader, OccupancyNow, Reports],
})
export class ReportsModule {}
