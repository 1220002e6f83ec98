import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module';
import { PeopleModule } from '../people/people.module';
import { ReportsModule } from '../reports/reports.module';
import { StaysModule } from '../stays/stays.module';
import { UnitsModule } from '../units/units.module';
import { BoardController } from './board.controller';
import { BoardDesk } from './board-desk.service';
import { BoardPages } from './board.pages';
import { BoardStamp } from './board-stamp.service';
import { Boards } from './boards.service';

@Module({
  imports: [OutboxModule, UnitsModule, PeopleModule, StaysModule, ReportsModule],
  controllers: [BoardController, BoardPages],
  providers: [Boards, BoardStamp, BoardDesk],
})
export class BoardModule {}
