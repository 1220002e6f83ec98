import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { atFormFields, changedSettings, settingsIn, settingsNow, type SettingsForm } from './settings-form';
import { SettingsChanges } from './settings-changes.service';
import { unitFormView } from './unit-form.view';
import type { Unit } from './unit.entity';
import { Units } from './units.service';

@ApiExcludeController()
@Controller('units/:id/settings/new')
export class SettingsPages {
  constructor(
    private readonly units: Units,
    private readonly changes: SettingsChanges,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('set up units')
  async show(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    const { unit, inForce } = await this.units.one(id);
    draw(response, unit, settingsNow(inForce, londonDate(this.clock.now()), randomUUID()));
  }

  @Post()
  @HttpCode(200)
  @May('set up units')
  async send(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = settingsIn(sent);
    const { unit } = await this.units.one(id);
    try {
      const location = await this.once.lead(by, sent, async () => {
        const { inForce } = await this.units.one(id);
        await this.changes.change(id, changedSettings(form, inForce), by);
        return `/units/${id}?done=settings`;
      });
      response.redirect(303, location);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      draw(response.status(400), unit, form, atFormFields(error.errors));
    }
  }
}

function draw(response: Response, unit: Unit, form: SettingsForm, errors: readonly FieldError[] = []): void {
  response.render('units/views/settings', unitFormView('Change settings', unit, form, errors));
}
