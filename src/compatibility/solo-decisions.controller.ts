import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { JudgementsQuery, NewSoloDecisionDto, SoloEndingDto } from './judgements.dto';
import { conflictViews, soloDecisionView, type ConflictView, type SoloDecisionView } from './judgements.view';
import { SoloDecisions, type Decided } from './solo-decisions.service';
import { TonightReader } from './tonight.reader';

interface DecidedView extends SoloDecisionView {
  readonly conflicts: readonly ConflictView[];
}

@ApiTags('compatibility')
@Controller('api/solo-decisions')
export class SoloDecisionsController {
  constructor(
    private readonly decisions: SoloDecisions,
    private readonly tonight: TonightReader,
  ) {}

  @Post()
  @May('decide on solo')
  @ApiOperation({ summary: 'Give a young person the unit to themselves, for a time' })
  async decide(@Body() asked: NewSoloDecisionDto, @By() by: Person): Promise<DecidedView> {
    return this.decided(await this.decisions.decide(asked, by), by);
  }

  @Post(':id/ending')
  @May('decide on solo')
  @ApiOperation({ summary: 'End a solo decision before its review date' })
  async end(
    @Param('id', IdPipe) id: string,
    @Body() asked: SoloEndingDto,
    @By() by: Person,
  ): Promise<DecidedView> {
    return this.decided(await this.decisions.end(id, asked, by), by);
  }

  @Get()
  @May('know who stays')
  @ApiOperation({ summary: 'Solo decisions running, to come and over, newest first' })
  async list(@Query() query: JudgementsQuery): Promise<Listing<SoloDecisionView>> {
    const { items, nextCursor } = await this.decisions.list(query);
    const tonight = await this.tonight.of(query.youngPersonId ?? null);
    return { items: items.map((decision) => soloDecisionView(decision, tonight)), nextCursor };
  }

  private async decided({ decision, conflicts }: Decided, by: Person): Promise<DecidedView> {
    const tonight = await this.tonight.of(decision.youngPersonId);
    return { ...soloDecisionView(decision, tonight), conflicts: conflictViews(conflicts, by) };
  }
}
