import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { May } from '../platform/may';
import { NotThere } from '../platform/problem';
import { noted } from '../platform/request-context';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { CompatibilityMaps } from './compatibility-maps.service';
import { mapFormIn } from './map-form';
import { mapPage } from './map-page.view';

@ApiExcludeController()
@Controller('compatibility')
export class CompatibilityMapPages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly maps: CompatibilityMaps,
  ) {}

  @Get()
  @May('judge who may stay together')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(link, 'unit'));
    if (!chosen) throw new NotThere('There is no unit yet.');
    const form = mapFormIn(link);
    const page = mapPage(chosen, await this.maps.of(chosen.unit.id, Number(form.weeks)), form);
    if (form.search)
      noted()?.searches.push({ words: form.search, youngPersonIds: page.rows.map(({ id }) => id) });
    response.render('compatibility-map/views/map', page);
  }
}
