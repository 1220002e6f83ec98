import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { DayVisitsController } from './day-visits.controller';
import { DayVisits } from './day-visits.service';
import { NewVisitPages } from './new-visit.pages';
import { VisitDiaryReader } from './visit-diary.reader';
import { VisitFiles } from './visit-files.service';
import { VisitRecords } from './visit-records.service';
import { VisitPages } from './visit.pages';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [DayVisitsController, NewVisitPages, VisitPages],
  providers: [DayVisits, VisitDiaryReader, VisitRecords, VisitFiles],
  exports: [VisitRecords],
})
export class VisitsModule {}
