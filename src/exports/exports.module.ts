import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module';
import { UnitsModule } from '../units/units.module';
import { ExportPages } from './export.pages';
import { ExportedStays } from './exported-stays.reader';
import { ExportsController } from './exports.controller';
import { Exports } from './exports.service';

@Module({
  imports: [ReportsModule, UnitsModule],
  controllers: [ExportsController, ExportPages],
  providers: [Exports, ExportedStays],
})
export class ExportsModule {}
