import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { newProgressMeetingView } from './new-progress-meeting.view';
import { PlansInProgress, type PlanInProgress } from './plan-in-progress.reader';
import { meetingAsked, meetingIn, type ProgressMeetingForm } from './progress-meeting-form';
import { progressMeetingsView } from './progress-meetings.view';
import { ProgressMeetings } from './progress-meetings.service';
import { ReviewsDue } from './reviews-due.service';

@ApiExcludeController()
@Controller('short-break-plans/:id/progress-meetings')
export class ProgressMeetingsPages {
  constructor(
    private readonly meetings: ProgressMeetings,
    private readonly plans: PlansInProgress,
    private readonly due: ReviewsDue,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('hold progress meetings')
  async list(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const plan = await this.plans.one(id, by);
    const meetings = await this.meetings.list(id, by);
    const isHeld = typed(link, 'done') === 'held';
    const view = progressMeetingsView(plan, meetings, this.due.today, isHeld);
    response.render('plans/views/progress-meetings', view);
  }

  @Get('new')
  @May('hold progress meetings')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const plan = await this.plans.one(id, by);
    const known = by.role === 'worker' ? 'communityWorker' : 'residentialWorker';
    const begun = { key: randomUUID(), heldOn: this.due.today, communityWorker: plan.keyWorkerName };
    this.draw(response, plan, meetingIn({ ...begun, [known]: by.name }, plan.goals));
  }

  @Post('new')
  @HttpCode(303)
  @May('hold progress meetings')
  async hold(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const plan = await this.plans.one(id, by);
    const form = meetingIn(sent, plan.goals);
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.meetings.hold(id, meetingAsked(form), by);
        return `/short-break-plans/${id}/progress-meetings?done=held`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'heldOn');
      this.draw(response.status(status), plan, form, errors);
    }
  }

  private draw(
    response: Response,
    plan: PlanInProgress,
    form: ProgressMeetingForm,
    errors: readonly FieldError[] = [],
  ): void {
    const view = newProgressMeetingView(plan, form, errors, this.due.today);
    response.render('plans/views/new-progress-meeting', view);
  }
}
