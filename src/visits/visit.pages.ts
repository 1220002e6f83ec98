import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ENDED_BY } from '../domain/ledger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { wrongText } from '../platform/form-checks';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import type { VisitCancellationDto } from './day-visit.dto';
import { DayVisits } from './day-visits.service';
import { VisitFiles } from './visit-files.service';
import { visitListView } from './visit-list.view';
import { visitPageView } from './visit-page.view';
import { VisitRecords } from './visit-records.service';

/** Today and the two weeks after it. */
const DAYS_SHOWN = 15;
const LONGEST_REASON = 2000;

@ApiExcludeController()
@Controller('day-visits')
export class VisitPages {
  constructor(
    private readonly visits: DayVisits,
    private readonly records: VisitRecords,
    private readonly files: VisitFiles,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('book day visits')
  async list(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const where = await this.files.where(typed(link, 'unit'));
    const { days, names } = await this.files.ahead(where, DAYS_SHOWN);
    response.render('visits/views/visits', visitListView(where, days, names));
  }

  @Get(':id')
  @May('book day visits')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @Res() response: Response,
  ): Promise<void> {
    await this.draw(response, id, {}, [], typed(link, 'done'));
  }

  @Post(':id/cancellation')
  @HttpCode(303)
  @May('book day visits')
  async cancel(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.settle(response, id, sent, by, 'cancelled', () =>
      this.visits.cancel(id, cancellationIn(sent), by),
    );
  }

  @Post(':id/attendance')
  @HttpCode(303)
  @May('book day visits')
  async attend(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.settle(response, id, sent, by, 'attendance', () =>
      this.visits.attend(id, attendanceIn(sent), by),
    );
  }

  private async settle(
    response: Response,
    id: string,
    sent: SentForm,
    by: Person,
    done: string,
    act: () => Promise<unknown>,
  ): Promise<void> {
    try {
      const path = await this.once.lead(by, sent, async () => {
        await act();
        return `/day-visits/${id}?done=${done}`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'visit');
      await this.draw(response.status(status), id, sent, errors);
    }
  }

  private async draw(
    response: Response,
    id: string,
    sent: SentForm,
    errors: readonly FieldError[],
    done = '',
  ): Promise<void> {
    const visit = await this.visits.one(id);
    const conflicts = await this.records.conflictsOf(visit);
    const names = await this.files.namesIn(visit.youngPersonId, conflicts);
    const where = await this.files.where(visit.unitId);
    const known = { conflicts, names, hasBegun: this.visits.hasBegun(visit) };
    const form = { key: randomUUID(), by: typed(sent, 'by'), reason: typed(sent, 'reason') };
    response.render('visits/views/visit', visitPageView(visit, where, known, form, errors, done));
  }
}

function cancellationIn(sent: SentForm): VisitCancellationDto {
  const by = ENDED_BY.find((each) => each === typed(sent, 'by'));
  const reason = typed(sent, 'reason');
  const wrong = wrongText({ name: 'reason', value: reason, ask: 'Say why.' }, LONGEST_REASON);
  if (!by) throw new Misshapen([{ pointer: '/by', detail: 'Say who cancels.' }, ...wrong]);
  if (wrong.length > 0) throw new Misshapen(wrong);
  return { by, reason };
}

function attendanceIn(sent: SentForm): boolean {
  const came = typed(sent, 'came');
  if (came !== 'yes' && came !== 'no') throw Misshapen.at('/visit', 'Say whether they came.');
  return came === 'yes';
}
