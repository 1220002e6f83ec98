import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { YoungPersonRecords } from './young-person-record.service';
import { youngPersonPage } from './young-person.view';

@ApiExcludeController()
@Controller('young-people/:id')
export class YoungPersonPages {
  constructor(private readonly records: YoungPersonRecords) {}

  @Get()
  @May('know who stays')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const record = await this.records.of(id);
    response.render('records/views/young-person', youngPersonPage(record, by, typed(query, 'done')));
  }
}
