import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { AcknowledgementDto, HandoverQuery } from './handover.dto';
import { handoverView, type HandoverView } from './handover.view';
import { HandoversReader } from './handovers.reader';
import { Handovers } from './handovers.service';
import { NightPipe } from './night.pipe';

@ApiTags('emergencies')
@Controller('api/handovers/:date')
export class HandoversController {
  constructor(
    private readonly reader: HandoversReader,
    private readonly handovers: Handovers,
  ) {}

  @Get()
  @May('read handovers')
  @ApiOperation({ summary: 'What a night’s emergencies leave to the day: who came, why, what is due' })
  async show(
    @Param('date', NightPipe) date: string,
    @Query() { unitId }: HandoverQuery,
    @By() by: Person,
  ): Promise<HandoverView> {
    return handoverView(date, await this.reader.ofNight(date, unitId, by), by);
  }

  @Post('acknowledgement')
  @HttpCode(200)
  @May('acknowledge handovers')
  @ApiOperation({ summary: 'Say that it has been read; once, 409 says who has' })
  async acknowledge(
    @Param('date', NightPipe) date: string,
    @Body() asked: AcknowledgementDto,
    @By() by: Person,
  ): Promise<HandoverView> {
    await this.handovers.acknowledge(date, asked, by);
    return handoverView(date, await this.reader.ofNight(date, asked.unitId, by), by);
  }
}
