import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { casPlanPageView } from './cas-plan-page.view';
import { CasPlanRecords } from './cas-plan-records.service';
import { FamilyFiles } from './family-files.service';

@ApiExcludeController()
@Controller('cas-plans/:id')
export class CasPlanPages {
  constructor(
    private readonly records: CasPlanRecords,
    private readonly people: People,
    private readonly files: FamilyFiles,
  ) {}

  @Get()
  @May('look at plans')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.records.one(id, by);
    const { family } = await this.people.family(file.plan.familyId);
    const view = casPlanPageView(file, family, { today: this.files.today, by, done: typed(query, 'done') });
    response.render('plans/views/cas-plan', view);
  }
}
