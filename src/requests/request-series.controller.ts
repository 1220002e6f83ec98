import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { GivenDto } from '../platform/given.dto';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NewSeriesDto } from './request.dto';
import { RequestSeries } from './request-series.service';
import { seriesView, type SeriesView } from './request-series.view';

@ApiTags('requests')
@Controller('api/request-series')
export class RequestSeriesController {
  constructor(private readonly series: RequestSeries) {}

  @Post()
  @May('ask for breaks')
  @ApiOperation({
    summary: 'Ask for a break that repeats; each date judged, those that do not work with why',
  })
  async ask(@Body() asked: NewSeriesDto, @By() by: Person): Promise<SeriesView> {
    return seriesView(await this.series.ask(asked, by), by);
  }

  @Get(':id')
  @May('look at requests')
  @ApiOperation({ summary: 'A series of requests, each date as it stands now' })
  async one(@Param('id', IdPipe) id: string, @By() by: Person): Promise<SeriesView> {
    return seriesView(await this.series.one(id, by), by);
  }

  @Post(':id/placement')
  @HttpCode(200)
  @May('answer requests')
  @ApiOperation({ summary: 'Agree in one go: places every date that works; the rest stay open, with why' })
  async place(
    @Param('id', IdPipe) id: string,
    @Body() given: GivenDto,
    @By() by: Person,
  ): Promise<SeriesView> {
    return seriesView(await this.series.place(id, given, by), by);
  }
}
