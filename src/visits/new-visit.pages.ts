import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { Misshapen, Refused, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { DayVisits } from './day-visits.service';
import { newVisitView, stillToDo, visitCheckView } from './new-visit.view';
import { VisitFiles } from './visit-files.service';
import { visitAsked, visitFromLink, visitIn, type VisitForm } from './visit-form';

@ApiExcludeController()
@Controller('day-visits/new')
export class NewVisitPages {
  constructor(
    private readonly visits: DayVisits,
    private readonly files: VisitFiles,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('book day visits')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    await this.drawForm(response, visitFromLink(link, randomUUID()));
  }

  /** One form, several buttons: each carries every answer along. */
  @Post()
  @HttpCode(200)
  @May('book day visits')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = visitIn(sent);
    const step = typed(sent, 'step');
    try {
      if (step === 'book') response.redirect(303, await this.book(form, sent, by));
      else if (step === 'find' || step === 'change') await this.drawForm(response, form);
      else await this.drawCheck(response, form);
    } catch (error) {
      if (error instanceof Misshapen) await this.drawForm(response.status(400), form, error.errors);
      else if (error instanceof Refused) {
        const toDo = stillToDo(error.findings, form);
        const errors = toDo.length > 0 ? toDo : [{ pointer: '/findings', detail: error.detail }];
        await this.drawCheck(response.status(409), form, errors);
      } else throw error;
    }
  }

  private async book(form: VisitForm, sent: SentForm, by: Person): Promise<string> {
    return this.once.lead(by, sent, async () => {
      const { id } = await this.visits.book(visitAsked(form), by);
      return `/day-visits/${id}?done=booked`;
    });
  }

  private async drawForm(
    response: Response,
    form: VisitForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const where = await this.files.where(form.unitId);
    const candidates = await this.files.candidates(form.youngPersonId, form.search);
    response.render('visits/views/new-visit', newVisitView(form, where, candidates, errors));
  }

  /** Judged again each time, so that the page says how things are now. */
  private async drawCheck(
    response: Response,
    form: VisitForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const findings = await this.visits.check(visitAsked(form));
    const names = await this.files.namesIn(form.youngPersonId, findings);
    const where = await this.files.where(form.unitId);
    response.render('visits/views/visit-check', visitCheckView(form, where, findings, names, errors));
  }
}
