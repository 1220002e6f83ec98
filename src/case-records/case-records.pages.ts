import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { sentBack } from '../platform/sent-back';
import { caseRecordAsked, caseRecordForm, caseRecordIn, type CaseRecordForm } from './case-record-form';
import { newCaseRecordView } from './case-record-form.view';
import { CaseRecords } from './case-records.service';
import { caseRecordsView } from './case-records.view';

const A_PAGE = 50;

@ApiExcludeController()
@Controller('young-people/:id/case-records')
export class CaseRecordsPages {
  constructor(
    private readonly records: CaseRecords,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('read case records')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const child = await this.records.child(id, by);
    const cursor = typed(query, 'cursor');
    const list = await this.records.list(id, { limit: A_PAGE, ...(cursor ? { cursor } : {}) }, by);
    response.render(
      'case-records/views/case-records',
      caseRecordsView(child, list, by, typed(query, 'done')),
    );
  }

  @Get('new')
  @May('write case records')
  async showNew(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.draw(response, id, by, caseRecordForm(randomUUID(), this.records.today));
  }

  @Post('new')
  @HttpCode(303)
  @May('write case records')
  async write(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = caseRecordIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.records.write(id, caseRecordAsked(form), by);
        return `/young-people/${id}/case-records?done=written`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'text');
      await this.draw(response.status(status), id, by, form, errors);
    }
  }

  private async draw(
    response: Response,
    id: string,
    by: Person,
    form: CaseRecordForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const child = await this.records.child(id, by);
    const { today } = this.records;
    response.render('case-records/views/case-record-form', newCaseRecordView(child, { form, errors, today }));
  }
}
