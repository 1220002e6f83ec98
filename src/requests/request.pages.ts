import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AssessmentRequests } from '../compatibility/assessment-requests.service';
import { addDays, isCalendarDate } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { noticeOf } from './request-action-words';
import { RequestPageFiles } from './request-page-files.service';
import { requestPageView } from './request-page.view';
import { Requests } from './requests.service';

/** One request. */
@ApiExcludeController()
@Controller('requests/:id')
export class RequestPages {
  constructor(
    private readonly files: RequestPageFiles,
    private readonly requests: Requests,
    private readonly assessments: AssessmentRequests,
  ) {}

  /** `?on=` chooses one of the dates to read about. */
  @Get()
  @May('look at requests')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const done = noticeOf(typed(link, 'done'));
    const view = requestPageView(await this.files.open(id, by), {
      ...{ by, key: randomUUID(), today: this.requests.today, errors: [] },
      sent: { arrivesOn: typed(link, 'on') },
      notice: done && done.charAt(0).toUpperCase() + done.slice(1),
    });
    response.render('requests/views/request', view);
  }

  /** Exactly the pairs that one of its dates lacks. */
  @Post('assessments')
  @HttpCode(303)
  @May('ask for breaks')
  async askForAssessments(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const { unitId, youngPersonIds, nights } = await this.requests.one(id, by);
    const arrivesOn = typed(sent, 'assess');
    if (!isCalendarDate(arrivesOn)) throw Misshapen.at('/assess', 'Choose one of the dates.');
    const dates = { arrivesOn, departsOn: addDays(arrivesOn, nights) };
    await this.assessments.ask({ unitId, youngPersonIds: [...youngPersonIds], requestId: id, ...dates }, by);
    response.redirect(303, `/requests/${id}?done=assessed`);
  }
}
