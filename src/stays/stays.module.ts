import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module';
import { BookedAhead } from './booked-ahead.service';
import { DiaryReader } from './diary.reader';
import { HoldTimes } from './hold-times';
import { PlacementsController } from './placements.controller';
import { Placements } from './placements.service';
import { StayChanges } from './stay-changes.service';
import { StayDates } from './stay-dates.service';
import { StayMoves } from './stay-moves.service';
import { StayRecords } from './stay-records.service';
import { StaysController } from './stays.controller';

@Module({
  imports: [UnitsModule],
  controllers: [StaysController, PlacementsController],
  providers: [
    BookedAhead,
    DiaryReader,
    HoldTimes,
    Placements,
    StayRecords,
    StayMoves,
    StayChanges,
    StayDates,
  ],
  exports: [BookedAhead, DiaryReader, Placements, StayRecords, StayChanges, StayDates],
})
export class StaysModule {}
