import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { cameFrom, wayBack } from '../platform/way-back';
import { atFormFields } from './settings-form';
import { emptyUnit, newUnit, unitIn, withAnotherRoom, type UnitForm } from './unit-form';
import { Units } from './units.service';

@ApiExcludeController()
@Controller('units/new')
export class NewUnitPages {
  constructor(
    private readonly units: Units,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('set up units')
  show(@Query() link: SentForm, @Res() response: Response): void {
    draw(response, emptyUnit(randomUUID()), link);
  }

  @Post()
  @HttpCode(200)
  @May('set up units')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = unitIn(sent);
    if (typed(sent, 'step') === 'another-room') {
      draw(response, withAnotherRoom(form), sent);
      return;
    }
    try {
      const location = await this.once.lead(by, sent, async () => {
        const { unit } = await this.units.open(newUnit(form), by);
        return wayBack(sent, { unit: unit.id, done: 'opened' }, `/units/${unit.id}?done=opened`);
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      draw(response.status(400), form, sent, atFormFields(error.errors));
    }
  }
}

function draw(response: Response, form: UnitForm, sent: SentForm, errors: readonly FieldError[] = []): void {
  const back = { text: 'All units', href: '/units' };
  response.render('units/views/new-unit', { title: 'Open a unit', back, from: cameFrom(sent), form, errors });
}
