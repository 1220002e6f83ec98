import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May, may } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { noticeOf } from '../domain/stay-action-words';
import { StayFiles } from './stay-files.service';
import { stayPageView } from './stay-page.view';
import { StayRecords } from './stay-records.service';

@ApiExcludeController()
@Controller('stays')
export class StayPages {
  constructor(
    private readonly files: StayFiles,
    private readonly records: StayRecords,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @May('look at stays')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const mayKnow = may(by.role, 'know who stays');
    const view = stayPageView(await this.files.open(id, mayKnow), {
      now: this.clock.now(),
      today: this.records.today,
      mayKnow,
      mayChange: may(by.role, 'change the diary'),
      mayWriteNoticed: may(by.role, 'write down what is noticed'),
      notice: noticeOf(typed(link, 'done')),
      key: randomUUID(),
    });
    response.render('stays/views/stay', view);
  }
}
