import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ChangedBy, EtagInterceptor, type Changer } from '../platform/row-version';
import { EndingsQuery } from './cas-plan.dto';
import { endingsView, type EndingsView } from './endings.view';
import { PlanAgreements } from './plan-agreements.service';
import type { EndingStay } from './plan-endings.service';
import { ShortBreakPlanLife } from './short-break-plan-life.service';
import { ShortBreakPlanRecords } from './short-break-plan-records.service';
import {
  ChangedTermsDto,
  ConsentDto,
  ConsentWithdrawalDto,
  NewShortBreakPlanDto,
  ShortBreakPlanEndingDto,
  ShortBreakPlanQuery,
} from './short-break-plan.dto';
import { shortBreakPlanView, type ShortBreakPlanView } from './short-break-plan.view';
import { ShortBreakPlans } from './short-break-plans.service';

interface WithdrawnView extends ShortBreakPlanView {
  readonly staysWithoutConsent: readonly EndingStay[];
}

@ApiTags('plans')
@Controller('api/short-break-plans')
@UseInterceptors(EtagInterceptor)
export class ShortBreakPlansController {
  constructor(
    private readonly plans: ShortBreakPlans,
    private readonly agreements: PlanAgreements,
    private readonly life: ShortBreakPlanLife,
    private readonly records: ShortBreakPlanRecords,
  ) {}

  @Post()
  @May('keep plans')
  @ApiOperation({ summary: 'Draft a young person’s plan inside the family’s CAS plan' })
  async draft(@Body() asked: NewShortBreakPlanDto, @By() by: Person): Promise<ShortBreakPlanView> {
    return shortBreakPlanView(await this.plans.draft(asked, by), by);
  }

  @Get()
  @May('look at plans')
  @ApiOperation({ summary: 'Short-break plans, the latest to begin first' })
  async list(@Query() query: ShortBreakPlanQuery, @By() by: Person): Promise<Listing<ShortBreakPlanView>> {
    const { items, nextCursor } = await this.records.list(query, by);
    return { items: items.map((file) => shortBreakPlanView(file, by)), nextCursor };
  }

  @Get(':id')
  @May('look at plans')
  @ApiOperation({ summary: 'A short-break plan, its versions, and the nights agreed, used, booked and left' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<ShortBreakPlanView> {
    return shortBreakPlanView(await this.records.one(id, by), by);
  }

  @Put(':id')
  @May('keep plans')
  @ApiOperation({ summary: 'Change a draft: a new version, which both sides have to agree' })
  async put(
    @Param('id', IdPipe) id: string,
    @Body() asked: ChangedTermsDto,
    @ChangedBy() changer: Changer,
  ): Promise<ShortBreakPlanView> {
    return shortBreakPlanView(await this.plans.rewrite(id, asked, changer), changer.by);
  }

  @Post(':id/terms')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'The same as PUT: change a draft' })
  async rewrite(
    @Param('id', IdPipe) id: string,
    @Body() asked: ChangedTermsDto,
    @ChangedBy() changer: Changer,
  ): Promise<ShortBreakPlanView> {
    return this.put(id, asked, changer);
  }

  @Post(':id/agreement')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Agree it as key worker or as manager; it is agreed when both have' })
  async agree(@Param('id', IdPipe) id: string, @ChangedBy() changer: Changer): Promise<ShortBreakPlanView> {
    return shortBreakPlanView(await this.agreements.agree(id, changer), changer.by);
  }

  @Get(':id/endings')
  @May('look at plans')
  @ApiOperation({ summary: 'What ending it would end; nothing is recorded' })
  async endings(
    @Param('id', IdPipe) id: string,
    @Query() { on }: EndingsQuery,
    @By() by: Person,
  ): Promise<EndingsView> {
    return endingsView(await this.life.preview(id, on, by));
  }

  @Post(':id/ending')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'End it, and the stays booked from that day on: all or nothing' })
  async end(
    @Param('id', IdPipe) id: string,
    @Body() asked: ShortBreakPlanEndingDto,
    @ChangedBy() changer: Changer,
  ): Promise<ShortBreakPlanView> {
    return shortBreakPlanView(await this.life.end(id, asked, changer), changer.by);
  }

  @Post(':id/consent')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Record consent: who gave it, how and when' })
  async giveConsent(
    @Param('id', IdPipe) id: string,
    @Body() asked: ConsentDto,
    @ChangedBy() changer: Changer,
  ): Promise<ShortBreakPlanView> {
    return shortBreakPlanView(await this.life.giveConsent(id, asked, changer), changer.by);
  }

  @Post(':id/consent-withdrawal')
  @HttpCode(200)
  @May('keep plans')
  @ApiOperation({ summary: 'Record that consent was withdrawn; lists the stays ahead that now lack it' })
  async withdrawConsent(
    @Param('id', IdPipe) id: string,
    @Body() asked: ConsentWithdrawalDto,
    @ChangedBy() changer: Changer,
  ): Promise<WithdrawnView> {
    const { staysWithoutConsent, ...file } = await this.life.withdrawConsent(id, asked, changer);
    return { ...shortBreakPlanView(file, changer.by), staysWithoutConsent };
  }
}
