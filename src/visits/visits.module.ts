import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { DayVisitsController } from './day-visits.controller';
import { DayVisits } from './day-visits.service';
import { VisitDiaryReader } from './visit-diary.reader';
import { VisitRecords } from './visit-records.service';

@Module({
  imports: [UnitsModule, PeopleModule, StaysModule],
  controllers: [DayVisitsController],
  providers: [DayVisits, VisitDiaryReader, VisitRecords],
})
export class VisitsModule {}
