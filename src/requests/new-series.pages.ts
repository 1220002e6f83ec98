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
import { atFormFields } from './ask-form';
import { AskPeople } from './ask-people.service';
import { newSeriesView, seriesDatesView } from './new-series.view';
import { RequestSeries } from './request-series.service';
import { Requests } from './requests.service';
import { seriesFormIn, seriesFromLink, seriesIn, type SeriesForm } from './series-form';

/** Asking for breaks that repeat: who and how often; then which of the dates work. */
@ApiExcludeController()
@Controller('request-series/new')
export class NewSeriesPages {
  constructor(
    private readonly series: RequestSeries,
    private readonly requests: Requests,
    private readonly people: AskPeople,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('ask for breaks')
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.drawForm(response, seriesFromLink(link, randomUUID(), this.requests.today), by);
  }

  @Post()
  @HttpCode(200)
  @May('ask for breaks')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = seriesFormIn(sent);
    const step = typed(sent, 'step');
    try {
      if (step === 'send') response.redirect(303, await this.ask(form, sent, by));
      else if (step === 'find' || step === 'change') await this.drawForm(response, form, by);
      else await this.drawDates(response, form, by);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.drawForm(response.status(400), form, by, atFormFields(error.errors));
    }
  }

  private async ask(form: SeriesForm, sent: SentForm, by: Person): Promise<string> {
    const asked = seriesIn(form);
    return this.once.lead(by, sent, async () => {
      const { series } = await this.series.ask(asked, by);
      return `/request-series/${series.id}?done=series-sent`;
    });
  }

  private async drawForm(
    response: Response,
    form: SeriesForm,
    by: Person,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const view = newSeriesView(form, await this.people.choices(form, by), errors);
    response.render('requests/views/new-series', view);
  }

  private async drawDates(response: Response, form: SeriesForm, by: Person): Promise<void> {
    const asked = seriesIn(form);
    const dates = await this.series.preview(asked, by);
    const names = await this.people.namesOf(asked.youngPersonIds, by);
    response.render(
      'requests/views/series-dates',
      seriesDatesView(form, dates, { names, today: this.requests.today }),
    );
  }
}
