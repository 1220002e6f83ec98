import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { addMonths } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { sentBack } from '../platform/sent-back';
import { SentOnce } from '../platform/sent-once';
import { casPlanAsked, casPlanIn, type CasPlanForm } from './cas-plan-form';
import { CasPlans } from './cas-plans.service';
import { FamilyFiles } from './family-files.service';
import { KeyWorkers } from './key-workers.service';
import { newCasPlanView } from './new-cas-plan.view';

const REVIEW_MONTHS = 3;

@ApiExcludeController()
@Controller('families/:id/cas-plan/new')
export class NewCasPlanPages {
  constructor(
    private readonly plans: CasPlans,
    private readonly files: FamilyFiles,
    private readonly keyWorkers: KeyWorkers,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('keep plans')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const { today } = this.files;
    const dates = { startsOn: today, reviewOn: addMonths(today, REVIEW_MONTHS) };
    const form = { ...casPlanIn({}), ...dates, keyWorkerId: by.id, key: randomUUID() };
    await this.draw(response, id, by, form);
  }

  @Post()
  @HttpCode(303)
  @May('keep plans')
  async open(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = casPlanIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        const { plan } = await this.plans.open(casPlanAsked(id, form), by);
        return plan.keyWorkerId === by.id || by.role !== 'worker'
          ? `/families/${id}?done=opened`
          : '/families';
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'support');
      await this.draw(response.status(status), id, by, form, errors);
    }
  }

  private async draw(
    response: Response,
    familyId: string,
    by: Person,
    form: CasPlanForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const records = await this.files.toOpen(familyId, by);
    const workers = by.role === 'worker' ? [] : await this.keyWorkers.all();
    response.render('plans/views/new-cas-plan', newCasPlanView(form, records, workers, by, errors));
  }
}
