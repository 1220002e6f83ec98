import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module';
import { PeopleModule } from '../people/people.module';
import { ReportsModule } from '../reports/reports.module';
import { StaysModule } from '../stays/stays.module';
import { TasksModule } from '../tasks/tasks.module';
import { UnitsModule } from '../units/units.module';
import { VisitsModule } from '../visits/visits.module';
import { BoardController } from './board.controller';
import { BoardDesk } from './board-desk.service';
import { BoardLive } from './board-live.service';
import { BoardLivePages } from './board-live.pages';
import { BoardPages } from './board.pages';
import { BoardSides } from './board-sides.service';
import { BoardStream } from './board-stream.service';
import { BoardChangesPages } from './board-changes.pages';
import { BoardStamp } from './board-stamp.service';
import { BoardYear } from './board-year.service';
import { Boards } from './boards.service';
import { EventsController } from './events.controller';
import { ChosenStays } from './chosen-stays.service';

@Module({
  imports: [OutboxModule, UnitsModule, PeopleModule, StaysModule, ReportsModule, TasksModule, VisitsModule],
  controllers: [BoardController, EventsController, BoardPages, BoardLivePages, BoardChangesPages],
  providers: [Boards, BoardStamp, BoardDesk, BoardLive, BoardSides, BoardStream, BoardYear, ChosenStays],
})
export class BoardModule {}
