import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caseload } from '../people/caseload.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { GivenDto } from '../platform/given.dto';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May, may } from '../platform/may';
import { ChangedBy, EtagInterceptor, type Changer } from '../platform/row-version';
import { Placements } from './placements.service';
import { StayChanges } from './stay-changes.service';
import { StayDates } from './stay-dates.service';
import { StayUndoing } from './stay-undoing.service';
import { StayRecords } from './stay-records.service';
import {
  ArrivalDto,
  CancellationDto,
  DepartureDto,
  NewDatesDto,
  NewRoomForStayDto,
  NewStaysDto,
  NonArrivalDto,
  StayQuery,
  SwapDto,
} from './stay.dto';
import { stayView, withoutRooms, withoutWords, type LodgedStay, type StayView } from './stay.view';

@ApiTags('stays')
@Controller('api/stays')
@UseInterceptors(EtagInterceptor)
export class StaysController {
  constructor(
    private readonly placements: Placements,
    private readonly records: StayRecords,
    private readonly caseload: Caseload,
    private readonly changes: StayChanges,
    private readonly dates: StayDates,
    private readonly undoing: StayUndoing,
  ) {}

  @Get()
  @May('look up stays')
  @ApiOperation({ summary: 'Stays by arrival; from and to choose those with a night in that span' })
  async list(@Query() query: StayQuery, @By() by: Person): Promise<Listing<StayView>> {
    const own = await this.caseload.familyIds(by);
    const { items, nextCursor } = await this.records.list(query, own && [...own]);
    return { items: items.map((stay) => this.view(stay, by)), nextCursor };
  }

  @Get(':id')
  @May('look up stays')
  @ApiOperation({ summary: 'One stay, with what may be done now and why the rest may not' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<StayView> {
    const found = await this.records.one(id);
    await this.caseload.refuseStrangersAmong([found.stay.youngPersonId], by, 'There is no such stay.');
    return this.view(found, by);
  }

  @Post()
  @May('change the diary')
  @ApiOperation({ summary: 'Place one or more stays, all or none; 409 with findings when the rules say no' })
  async place(@Body() asked: NewStaysDto, @By() by: Person): Promise<Listing<StayView>> {
    return wholeListing((await this.placements.place(asked, by)).map((stay) => this.view(stay, by)));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Confirm a held stay; judged again' })
  async confirm(
    @Param('id', IdPipe) id: string,
    @Body() given: GivenDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.changes.confirm(id, given, changer), changer.by);
  }

  @Post(':id/arrival')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Record the arrival; before 09:00 it counts for the night before' })
  async arrive(
    @Param('id', IdPipe) id: string,
    @Body() asked: ArrivalDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.changes.arrive(id, asked, changer), changer.by);
  }

  @Post(':id/departure')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Record the departure, where to, and how the stay went' })
  async depart(
    @Param('id', IdPipe) id: string,
    @Body() asked: DepartureDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.changes.depart(id, asked, changer), changer.by);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Cancel a stay that has not begun' })
  async cancel(
    @Param('id', IdPipe) id: string,
    @Body() asked: CancellationDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.changes.cancel(id, asked, changer), changer.by);
  }

  @Post(':id/non-arrival')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Record that the young person did not arrive' })
  async recordNonArrival(
    @Param('id', IdPipe) id: string,
    @Body() asked: NonArrivalDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.changes.recordNonArrival(id, asked, changer), changer.by);
  }

  @Post(':id/dates')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Extend, shorten or re-date a stay; judged by the same rules as a new one' })
  async redate(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewDatesDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.dates.redate(id, asked, changer), changer.by);
  }

  @Post(':id/room')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Move to another room, from tonight on when the young person is here' })
  async move(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewRoomForStayDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.dates.move(id, asked, changer), changer.by);
  }

  @Post(':id/swap')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({ summary: 'Exchange rooms with another stay' })
  async swap(
    @Param('id', IdPipe) id: string,
    @Body() asked: SwapDto,
    @ChangedBy() changer: Changer,
  ): Promise<StayView> {
    return this.view(await this.dates.swap(id, asked, changer), changer.by);
  }

  @Post(':id/undoing')
  @HttpCode(200)
  @May('change the diary')
  @ApiOperation({
    summary:
      'Take back the latest move, swap, change of dates or cancellation, for ten minutes, while nobody was told',
  })
  async undo(@Param('id', IdPipe) id: string, @ChangedBy() changer: Changer): Promise<StayView> {
    return this.view(await this.undoing.undo(id, changer), changer.by);
  }

  private view(stay: LodgedStay, by: Person): StayView {
    const view = stayView(stay, this.records.today, may(by.role, 'change the diary'));
    if (by.role === 'worker') return withoutRooms(view);
    return may(by.role, 'know who stays') ? view : withoutWords(view);
  }
}
