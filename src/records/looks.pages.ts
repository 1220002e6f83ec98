import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May, may } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { LooksAtFiles } from './looks.service';
import { looksPage } from './looks.view';

const A_PAGE = 50;

@ApiExcludeController()
@Controller('young-people/:id/looks')
export class LooksPages {
  constructor(private readonly files: LooksAtFiles) {}

  @Get()
  @May('read the audit trail')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const looks = await this.files.at(id, { limit: A_PAGE, cursor: typed(query, 'cursor') }, by);
    response.render('records/views/looks', looksPage(looks, may(by.role, 'know who stays')));
  }
}
