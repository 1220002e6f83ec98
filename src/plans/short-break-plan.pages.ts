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
import { changerOf } from './form-changer';
import { PlanFiles, type PlanPageFile } from './plan-files.service';
import {
  atPlanFields,
  planIn,
  planOnFile,
  termsAsked,
  type ShortBreakPlanForm,
} from './short-break-plan-form';
import { termsFormView } from './short-break-plan-form.view';
import { shortBreakPlanPageView } from './short-break-plan-page.view';
import { refuseUnlessAllowed, ShortBreakPlans } from './short-break-plans.service';

/** The page of a short-break plan, and the form that changes a draft. */
@ApiExcludeController()
@Controller('short-break-plans/:id')
export class ShortBreakPlanPages {
  constructor(
    private readonly plans: ShortBreakPlans,
    private readonly files: PlanFiles,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('look at plans')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.files.of(id, by);
    const view = shortBreakPlanPageView(page, by, typed(query, 'done'), randomUUID());
    response.render('plans/views/short-break-plan', view);
  }

  @Get('terms')
  @May('keep plans')
  async terms(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const page = await this.files.of(id, by);
    refuseUnlessAllowed('terms', page.file);
    this.draw(response, page, planOnFile(page.file, page.casGoals), randomUUID());
  }

  @Post('terms')
  @HttpCode(303)
  @May('keep plans')
  async rewrite(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.files.of(id, by);
    const form = planIn(sent, page.casGoals);
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.plans.rewrite(id, termsAsked(form), changerOf(sent, by));
        return `/short-break-plans/${id}?done=terms`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'plan');
      const key = typed(sent, 'key') || randomUUID();
      this.draw(response.status(status), page, form, key, atPlanFields(errors, form));
    }
  }

  private draw(
    response: Response,
    page: PlanPageFile,
    form: ShortBreakPlanForm,
    key: string,
    errors: readonly FieldError[] = [],
  ): void {
    response.render('plans/views/short-break-plan-terms', termsFormView(page, form, key, errors));
  }
}
