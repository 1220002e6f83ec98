import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Families } from '../people/families.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { CasPlanRecords } from './cas-plan-records.service';
import { familiesView } from './families.view';
import { FamilyFiles } from './family-files.service';
import { familyPageView } from './family-page.view';

const A_PAGE = 50;
const LONGEST_SEARCH = 100;

/** A worker's families, or all of them; and the page of one. */
@ApiExcludeController()
@Controller('families')
export class FamiliesPages {
  constructor(
    private readonly families: Families,
    private readonly casPlans: CasPlanRecords,
    private readonly files: FamilyFiles,
  ) {}

  @Get()
  @May('look at plans')
  async list(@Query() query: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const search = typed(query, 'search').slice(0, LONGEST_SEARCH);
    const cursor = typed(query, 'cursor');
    const asked = { limit: A_PAGE, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) };
    const found = await this.families.find(asked, by);
    const plans = await this.casPlans.live(found.items.map(({ id }) => id));
    response.render('plans/views/families', familiesView({ search, found, plans }, this.files.today, by));
  }

  @Get(':id')
  @May('look at plans')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.of(id, by);
    response.render('plans/views/family', familyPageView(file, by, typed(query, 'done')));
  }
}
