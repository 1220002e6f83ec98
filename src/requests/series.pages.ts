import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Finding } from '../domain/findings';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { givenIn, stillToDo } from '../platform/given-form';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Refused, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { noticeOf } from './request-action-words';
import { RequestSeries } from './request-series.service';
import { Requests } from './requests.service';
import { SeriesFiles } from './series-files.service';
import { seriesPageView } from './series-page.view';

/** A series of requests: every date judged, agreed in one go. */
@ApiExcludeController()
@Controller('request-series/:id')
export class SeriesPages {
  constructor(
    private readonly files: SeriesFiles,
    private readonly series: RequestSeries,
    private readonly requests: Requests,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('look at requests')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.draw(response, { id, by, sent: {} }, [], noticeOf(typed(link, 'done')));
  }

  @Post('placement')
  @HttpCode(303)
  @May('answer requests')
  async place(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.series.place(id, givenIn(sent), by);
        return `/request-series/${id}?done=series-placed`;
      });
      response.redirect(303, path);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const errors = refusalOf(error.findings, sent, error.detail);
      await this.draw(response.status(409), { id, by, sent }, errors, undefined);
    }
  }

  private async draw(
    response: Response,
    { id, by, sent }: { readonly id: string; readonly by: Person; readonly sent: SentForm },
    errors: readonly FieldError[],
    done: string | undefined,
  ): Promise<void> {
    const file = await this.files.open(id, by);
    const notice = done && done.charAt(0).toUpperCase() + done.slice(1);
    const reading = { by, sent, errors, notice, today: this.requests.today, key: randomUUID() };
    response.render('requests/views/series', seriesPageView(file, reading));
  }
}

function refusalOf(findings: readonly Finding[], sent: SentForm, detail: string): FieldError[] {
  const toDo = stillToDo(
    findings.filter(({ level }) => level !== 'refuse'),
    givenIn(sent),
  );
  return toDo.length > 0 ? toDo : [{ pointer: '/dates', detail }];
}
