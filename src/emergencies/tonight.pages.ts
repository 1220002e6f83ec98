import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { tonightPage } from './tonight-page.view';
import { allowInline, SCRIPT, STYLE } from './tonight-inline';
import { Tonight } from './tonight.service';

@ApiExcludeController()
@Controller('tonight')
export class TonightPages {
  constructor(private readonly tonight: Tonight) {}

  /** Kept by nobody on the way: what the browser keeps for reading without a line, its worker keeps. */
  @Get()
  @May('claim emergency beds')
  async show(@Query() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const shown = await this.tonight.show(typed(sent, 'unitId') || typed(sent, 'unit'), by);
    allowInline(response);
    response.set('Cache-Control', 'no-store');
    response.render('emergencies/views/tonight', {
      title: 'Tonight',
      style: STYLE,
      script: SCRIPT,
      card: shown && tonightPage(shown),
    });
  }
}
