import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { assessFromLink, assessIn, assessments, type AssessForm } from './assess-form';
import { AssessmentPeople } from './assess-people.service';
import { assessView } from './assess.view';
import { Assessments } from './assessments.service';
import { atFormFields } from './judged-form';

@ApiExcludeController()
@Controller('young-people/:id/assessments/new')
export class AssessPages {
  constructor(
    private readonly assessments: Assessments,
    private readonly people: AssessmentPeople,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('judge who may stay together')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @Res() response: Response,
  ): Promise<void> {
    const reviewOn = await this.assessments.usualReviewOn();
    await this.draw(response, assessFromLink(link, id, randomUUID(), reviewOn));
  }

  /** One form, several buttons: each carries every answer along. */
  @Post()
  @HttpCode(200)
  @May('judge who may stay together')
  async send(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = assessIn(sent, id);
    if (typed(sent, 'step') !== 'record') return this.draw(response, form);
    try {
      const location = await this.once.lead(by, sent, async () => {
        await this.assessments.assessEach(assessments(form), by);
        return `/young-people/${id}?done=assessed`;
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), form, atFormFields(error.errors, form.judged));
    }
  }

  private async draw(
    response: Response,
    form: AssessForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const people = await this.people.of(form);
    response.render(
      'compatibility/views/assess',
      assessView(form, people, londonDate(this.clock.now()), errors),
    );
  }
}
