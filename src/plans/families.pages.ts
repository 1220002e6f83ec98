import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { FamiliesTold } from './families-told.service';
import { FamilyFiles } from './family-files.service';
import { familyPageView } from './family-page.view';

const A_PAGE = 50;
const LONGEST_SEARCH = 100;

/** A worker's families, or all of them; and the page of one. */
@ApiExcludeController()
@Controller('families')
export class FamiliesPages {
  constructor(
    private readonly families: FamiliesTold,
    private readonly files: FamilyFiles,
  ) {}

  @Get()
  @May('look at plans')
  async list(@Query() query: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const search = typed(query, 'search').slice(0, LONGEST_SEARCH);
    const cursor = typed(query, 'cursor');
    const asked = { limit: A_PAGE, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) };
    response.render('plans/views/families', await this.families.told(asked, by));
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
