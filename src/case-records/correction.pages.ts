import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { sentBack } from '../platform/sent-back';
import { caseRecordForm, caseRecordIn, correctionAsked, type CaseRecordForm } from './case-record-form';
import { correctionView } from './case-record-form.view';
import type { CaseRecord } from './case-records.reader';
import { CaseRecords } from './case-records.service';

@ApiExcludeController()
@Controller('case-records/:id/correction')
export class CorrectionPages {
  constructor(
    private readonly records: CaseRecords,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('write case records')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const record = await this.records.one(id, by);
    await this.draw(response, record, by, caseRecordForm(randomUUID(), record.aboutOn, record.text));
  }

  @Post()
  @HttpCode(303)
  @May('write case records')
  async correct(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = caseRecordIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        const { youngPersonId } = await this.records.correct(id, correctionAsked(form), by);
        return `/young-people/${youngPersonId}/case-records?done=corrected`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'text');
      await this.draw(response.status(status), await this.records.one(id, by), by, form, errors);
    }
  }

  private async draw(
    response: Response,
    record: CaseRecord,
    by: Person,
    form: CaseRecordForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const child = await this.records.child(record.youngPersonId, by);
    const { today } = this.records;
    response.render(
      'case-records/views/case-record-form',
      correctionView(child, record, by, { form, errors, today }),
    );
  }
}
