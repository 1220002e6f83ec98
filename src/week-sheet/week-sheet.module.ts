import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ReportsModule } from '../reports/reports.module';
import { UnitsModule } from '../units/units.module';
import { VisitsModule } from '../visits/visits.module';
import { WeekSheetPages } from './week-sheet.pages';
import { WeekSheets } from './week-sheets.service';

/** The week on the wall of the office. */
@Module({
  imports: [PeopleModule, ReportsModule, UnitsModule, VisitsModule],
  controllers: [WeekSheetPages],
  providers: [WeekSheets],
})
export class WeekSheetModule {}
