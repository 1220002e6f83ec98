import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { AttendanceDto, DayVisitQuery, NewDayVisitDto, VisitCancellationDto } from './day-visit.dto';
import type { DayVisitRecord } from './day-visit.entity';
import {
  dayVisitView,
  judgedDayVisitView,
  type DayVisitView,
  type JudgedDayVisitView,
} from './day-visit.view';
import { DayVisits } from './day-visits.service';
import { VisitRecords } from './visit-records.service';

@ApiTags('day visits')
@Controller('api/day-visits')
export class DayVisitsController {
  constructor(
    private readonly visits: DayVisits,
    private readonly records: VisitRecords,
  ) {}

  @Get()
  @May('book day visits')
  @ApiOperation({ summary: 'Day visits by day' })
  async list(@Query() query: DayVisitQuery): Promise<Listing<DayVisitView>> {
    const { items, nextCursor } = await this.records.list(query);
    return { items: items.map(dayVisitView), nextCursor };
  }

  @Get(':id')
  @May('book day visits')
  @ApiOperation({ summary: 'One day visit, with what came to stand against it' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<JudgedDayVisitView> {
    return this.judged(await this.visits.one(id), by);
  }

  @Post()
  @May('book day visits')
  @ApiOperation({ summary: 'Book a session without a night; 409 with findings when the rules say no' })
  async book(@Body() asked: NewDayVisitDto, @By() by: Person): Promise<JudgedDayVisitView> {
    return this.judged(await this.visits.book(asked, by), by);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @May('book day visits')
  @ApiOperation({ summary: 'Cancel a visit that is still to come' })
  async cancel(
    @Param('id', IdPipe) id: string,
    @Body() asked: VisitCancellationDto,
    @By() by: Person,
  ): Promise<JudgedDayVisitView> {
    return this.judged(await this.visits.cancel(id, asked, by), by);
  }

  @Post(':id/attendance')
  @HttpCode(200)
  @May('book day visits')
  @ApiOperation({ summary: 'Say whether they came' })
  async attend(
    @Param('id', IdPipe) id: string,
    @Body() { came }: AttendanceDto,
    @By() by: Person,
  ): Promise<JudgedDayVisitView> {
    return this.judged(await this.visits.attend(id, came, by), by);
  }

  private async judged(visit: DayVisitRecord, by: Person): Promise<JudgedDayVisitView> {
    return judgedDayVisitView(visit, await this.records.conflictsOf(visit), by);
  }
}
