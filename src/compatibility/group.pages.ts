import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { Assessments } from './assessments.service';
import { groupFromLink, groupIn, toRecord, type GroupForm } from './group-form';
import { AssessmentGroups } from './group-people.service';
import { groupView } from './group.view';
import { atFormFields, judgement } from './judged-form';

@ApiExcludeController()
@Controller('assessments/new')
export class GroupPages {
  constructor(
    private readonly assessments: Assessments,
    private readonly groups: AssessmentGroups,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('judge who may stay together')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const reviewOn = await this.assessments.usualReviewOn();
    await this.draw(response, groupFromLink(link, randomUUID(), reviewOn));
  }

  /** One form, several buttons: each carries every answer along. */
  @Post()
  @HttpCode(200)
  @May('judge who may stay together')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = groupIn(sent);
    if (typed(sent, 'step') !== 'record') return this.draw(response, form);
    try {
      const location = await this.once.lead(by, sent, async () => {
        await this.record(form, by);
        return '/assessments?done=assessed';
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), form, error.errors);
    }
  }

  private async record(form: GroupForm, by: Person): Promise<void> {
    const recorded = toRecord(form, await this.groups.judged(form));
    const asked = recorded.flatMap((each) => judgement(each, form.reviewOn));
    try {
      await this.assessments.assessEach(asked, by);
    } catch (error) {
      throw error instanceof Misshapen ? new Misshapen(atFormFields(error.errors, recorded)) : error;
    }
  }

  private async draw(response: Response, form: GroupForm, errors: readonly FieldError[] = []): Promise<void> {
    response.render('compatibility/views/group', groupView(form, await this.groups.of(form), errors));
  }
}
