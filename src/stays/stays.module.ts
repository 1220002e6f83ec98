import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { UnitsModule } from '../units/units.module';
import { BookingChecks } from './booking-checks.service';
import { BookingPeople } from './booking-people.service';
import { Bookings } from './bookings.service';
import { BookedAhead } from './booked-ahead.service';
import { Days } from './days.service';
import { DiaryReader } from './diary.reader';
import { EmergenciesBooked } from './emergencies-booked.service';
import { GivingWay } from './giving-way.service';
import { HoldTimes } from './hold-times';
import { NewStayPages } from './new-stay.pages';
import { PlacementsController } from './placements.controller';
import { PeersNamed } from './peers-named.service';
import { Placements } from './placements.service';
import { RoomOffers } from './room-offers.service';
import { StayActionPages } from './stay-action.pages';
import { StayActs } from './stay-acts.service';
import { StayChanges } from './stay-changes.service';
import { StayChoices } from './stay-choices.service';
import { StayDates } from './stay-dates.service';
import { StayFiles } from './stay-files.service';
import { StayHistory } from './stay-history.service';
import { StayMoves } from './stay-moves.service';
import { StaySiblings } from './stay-siblings.reader';
import { StayRecords } from './stay-records.service';
import { StayTargets } from './stay-targets.service';
import { StayUndoing } from './stay-undoing.service';
import { UndoableChanges } from './undoable-changes.service';
import { StayPages } from './stay.pages';
import { StaysController } from './stays.controller';

@Module({
  imports: [UnitsModule, PeopleModule],
  controllers: [StaysController, PlacementsController, NewStayPages, StayPages, StayActionPages],
  providers: [
    BookedAhead,
    Bookings,
    Days,
    DiaryReader,
    EmergenciesBooked,
    GivingWay,
    HoldTimes,
    PeersNamed,
    Placements,
    StayRecords,
    StayMoves,
    StaySiblings,
    StayChanges,
    StayDates,
    RoomOffers,
    BookingChecks,
    BookingPeople,
    StayHistory,
    StayFiles,
    StayActs,
    StayChoices,
    StayTargets,
    StayUndoing,
    UndoableChanges,
  ],
  exports: [
    BookedAhead,
    Bookings,
    Days,
    DiaryReader,
    EmergenciesBooked,
    GivingWay,
    PeersNamed,
    Placements,
    StayRecords,
    StayActs,
    StayChanges,
    StayDates,
    StayTargets,
    StayUndoing,
  ],
})
export class StaysModule {}
