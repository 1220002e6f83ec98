import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ChangedBy, EtagInterceptor, type Changer } from '../platform/row-version';
import { CasPlanLife } from './cas-plan-life.service';
import { CasPlanRecords, type CasPlanFile } from './cas-plan-records.service';
import {
  CasGoalDto,
  CasPlanClosureDto,
  CasPlanQuery,
  DormancyDto,
  EndingsQuery,
  KeyWorkerDto,
  NewCasPlanDto,
  ReopeningDto,
  SupportDto,
} from './cas-plan.dto';
import { casPlanView, type CasPlanView } from './cas-plan.view';
import { CasPlans } from './cas-plans.service';
import { endingsView, type EndingsView } from './endings.view';

@ApiTags('plans')
@Controller('api/cas-plans')
@UseInterceptors(EtagInterceptor)
export class CasPlansController {
  constructor(
    private readonly plans: CasPlans,
    private readonly life: CasPlanLife,
    private readonly records: CasPlanRecords,
    private readonly clock: Clock,
  ) {}

  @Post()
  @May('keep plans')
  @ApiOperation({ summary: 'Open a family’s CAS plan; 409 when it has one that is not closed' })
  async open(@Body() asked: NewCasPlanDto, @By() by: Person): Promise<CasPlanView> {
    return this.view(await this.plans.open(asked, by), by);
  }

  @Get()
  @May('look at plans')
  @ApiOperation({ summary: 'CAS plans, the latest to begin first' })
  async list(@Query() query: CasPlanQuery, @By() by: Person): Promise<Listing<CasPlanView>> {
    const { items, nextCursor } = await this.records.list(query, by);
    return { items: items.map((file) => this.view(file, by)), nextCursor };
  }

  @Get(':id')
  @May('look at plans')
  @ApiOperation({ summary: 'A CAS plan, with what may be done now and why the rest may not' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<CasPlanView> {
    return this.view(await this.records.one(id, by), by);
  }

  @Get(':id/endings')
  @May('look at plans')
  @ApiOperation({ summary: 'What closing it, or letting it rest, would end; nothing is recorded' })
  async endings(
    @Param('id', IdPipe) id: string,
    @Query() { on }: EndingsQuery,
    @By() by: Person,
  ): Promise<EndingsView> {
    return endingsView(await this.life.preview(id, on, by));
  }

  @Post(':id/support')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Change the support; the one before ends where this begins' })
  async support(
    @Param('id', IdPipe) id: string,
    @Body() asked: SupportDto,
    @ChangedBy() changer: Changer,
  ): Promise<CasPlanView> {
    return this.view(await this.plans.support(id, asked, changer), changer.by);
  }

  @Post(':id/goals')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Add a goal' })
  async addGoal(
    @Param('id', IdPipe) id: string,
    @Body() asked: CasGoalDto,
    @ChangedBy() changer: Changer,
  ): Promise<CasPlanView> {
    return this.view(await this.plans.addGoal(id, asked, changer), changer.by);
  }

  @Post(':id/key-worker')
  @HttpCode(200)
  @May('hand plans over')
  @ApiOperation({ summary: 'Hand the family over: its plans, stays and requests go with it' })
  async handOver(
    @Param('id', IdPipe) id: string,
    @Body() asked: KeyWorkerDto,
    @ChangedBy() changer: Changer,
  ): Promise<CasPlanView> {
    return this.view(await this.plans.handOver(id, asked, changer), changer.by);
  }

  @Post(':id/closure')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({
    summary: 'Close it, ending its short-break plans, stays ahead and requests: all or nothing',
  })
  async close(
    @Param('id', IdPipe) id: string,
    @Body() asked: CasPlanClosureDto,
    @ChangedBy() changer: Changer,
  ): Promise<CasPlanView> {
    return this.view(await this.life.close(id, asked, changer), changer.by);
  }

  @Post(':id/dormancy')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Let it rest; ends the same as closing it, and can be reopened' })
  async rest(
    @Param('id', IdPipe) id: string,
    @Body() asked: DormancyDto,
    @ChangedBy() changer: Changer,
  ): Promise<CasPlanView> {
    return this.view(await this.life.rest(id, asked, changer), changer.by);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Reopen a dormant plan, without a new referral' })
  async reopen(
    @Param('id', IdPipe) id: string,
    @Body() asked: ReopeningDto,
    @ChangedBy() changer: Changer,
  ): Promise<CasPlanView> {
    return this.view(await this.life.reopen(id, asked, changer), changer.by);
  }

  private view(file: CasPlanFile, by: Person): CasPlanView {
    return casPlanView(file, londonDate(this.clock.now()), by);
  }
}
