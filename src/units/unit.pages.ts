import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { unitListView } from './unit-list.view';
import { unitPage } from './unit-page.view';
import { Units } from './units.service';

@ApiExcludeController()
@Controller('units')
export class UnitPages {
  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('look at units')
  async list(@By() by: Person, @Res() response: Response): Promise<void> {
    response.render('units/views/units', unitListView(await this.units.own(), by));
  }

  @Get(':id')
  @May('look at units')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() query: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const today = londonDate(this.clock.now());
    response.render('units/views/unit', unitPage(await this.units.one(id), today, by, typed(query, 'done')));
  }
}
