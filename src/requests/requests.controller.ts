import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ChangedBy, EtagInterceptor, type Changer } from '../platform/row-version';
import { RequestAnswers } from './request-answers.service';
import { RequestChoices } from './request-choices.service';
import { RequestReplies } from './request-replies.service';
import {
  AcceptanceDto,
  ChoiceDto,
  DeclineDto,
  NewRequestDto,
  NotYetDto,
  OfferRefusalDto,
  RequestDatesQuery,
  RequestOfferDto,
  RequestPlacementDto,
  RequestQuery,
  WithdrawalDto,
} from './request.dto';
import type { RequestOnFile } from './request.reader';
import {
  dateView,
  promisedDateView,
  requestView,
  type DateView,
  type PromisedDateView,
  type RequestView,
} from './request.view';
import { Requests } from './requests.service';

@ApiTags('requests')
@Controller('api/requests')
@UseInterceptors(EtagInterceptor)
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly answers: RequestAnswers,
    private readonly replies: RequestReplies,
    private readonly choices: RequestChoices,
  ) {}

  @Post()
  @May('ask for breaks')
  @ApiOperation({ summary: 'Ask for a break for one or more siblings of one family' })
  async ask(@Body() asked: NewRequestDto, @By() by: Person): Promise<RequestView> {
    return this.view(await this.requests.ask(asked, by), by);
  }

  @Get()
  @May('look at requests')
  @ApiOperation({ summary: 'Requests, who asked first first; a CAS worker sees those of their families' })
  async list(@Query() query: RequestQuery, @By() by: Person): Promise<Listing<RequestView>> {
    const { items, nextCursor } = await this.requests.list(query, by);
    return { items: items.map((request) => this.view(request, by)), nextCursor };
  }

  @Get(':id')
  @May('look at requests')
  @ApiOperation({ summary: 'One request, with what may be done now and why the rest may not' })
  async one(@Param('id', IdPipe) id: string, @By() by: Person): Promise<RequestView> {
    return this.view(await this.requests.one(id, by), by);
  }

  @Get(':id/dates')
  @May('look at requests')
  @ApiOperation({
    summary: 'Which dates work for it? Those that do first; the rest with the reasons why not',
  })
  async dates(
    @Param('id', IdPipe) id: string,
    @Query() { leaveOut }: RequestDatesQuery,
    @By() by: Person,
  ): Promise<Listing<DateView>> {
    const dates = await this.requests.dates(id, by, leaveOut);
    return wholeListing(dates.map((offer) => dateView(offer, by)));
  }

  @Get(':id/choice')
  @May('look at requests')
  @ApiOperation({ summary: 'Other dates for a break that was lost to an emergency, as they work now' })
  async choice(@Param('id', IdPipe) id: string, @By() by: Person): Promise<Listing<PromisedDateView>> {
    return wholeListing((await this.choices.dates(id, by)).map((date) => promisedDateView(date, by)));
  }

  @Post(':id/choice')
  @HttpCode(200)
  @May('ask for breaks')
  @ApiOperation({
    summary: 'Choose other dates for a break that was lost: placed at once, or put to a manager',
  })
  async choose(
    @Param('id', IdPipe) id: string,
    @Body() asked: ChoiceDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.choices.choose(id, asked, changer), changer.by);
  }

  @Post(':id/offer')
  @HttpCode(200)
  @May('answer requests')
  @ApiOperation({ summary: 'Hold beds for it, all or none, until somebody accepts or the hold runs out' })
  async offer(
    @Param('id', IdPipe) id: string,
    @Body() asked: RequestOfferDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.answers.offer(id, asked, changer), changer.by);
  }

  @Post(':id/placement')
  @HttpCode(200)
  @May('answer requests')
  @ApiOperation({ summary: 'Say yes: place it at once, or confirm what is held' })
  async place(
    @Param('id', IdPipe) id: string,
    @Body() asked: RequestPlacementDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.answers.place(id, asked, changer), changer.by);
  }

  @Post(':id/waiting')
  @HttpCode(200)
  @May('answer requests')
  @ApiOperation({ summary: 'Say not yet: it waits for nights to become free' })
  async keepWaiting(
    @Param('id', IdPipe) id: string,
    @Body() asked: NotYetDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.answers.keepWaiting(id, asked, changer), changer.by);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @May('answer requests')
  @ApiOperation({ summary: 'Say no, and why' })
  async decline(
    @Param('id', IdPipe) id: string,
    @Body() asked: DeclineDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.answers.decline(id, asked, changer), changer.by);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @May('ask for breaks')
  @ApiOperation({ summary: 'Accept the offer: what is held is confirmed' })
  async accept(
    @Param('id', IdPipe) id: string,
    @Body() asked: AcceptanceDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.replies.accept(id, asked, changer), changer.by);
  }

  @Post(':id/refusal-of-offer')
  @HttpCode(200)
  @May('ask for breaks')
  @ApiOperation({ summary: 'Give the offer back; the request is open, or waiting, again' })
  async refuseOffer(
    @Param('id', IdPipe) id: string,
    @Body() asked: OfferRefusalDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.replies.refuseOffer(id, asked, changer), changer.by);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @May('ask for breaks')
  @ApiOperation({ summary: 'Withdraw the request; what is held for it is free again' })
  async withdraw(
    @Param('id', IdPipe) id: string,
    @Body() asked: WithdrawalDto,
    @ChangedBy() changer: Changer,
  ): Promise<RequestView> {
    return this.view(await this.replies.withdraw(id, asked, changer), changer.by);
  }

  private view(request: RequestOnFile, by: Person): RequestView {
    return requestView(request, this.requests.today, by);
  }
}
