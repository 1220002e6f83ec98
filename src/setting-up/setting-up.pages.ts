import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { SettingUp } from './setting-up.service';
import { settingUpView } from './setting-up.view';

@ApiExcludeController()
@Controller('setting-up')
export class SettingUpPages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly settingUp: SettingUp,
  ) {}

  @Get()
  @May('set up units')
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(link, 'unit'));
    const view = settingUpView(await this.settingUp.of(chosen?.unit.id, by), by, typed(link, 'done'));
    response.render('setting-up/views/setting-up', { ...view, unit: chosen?.unit, units: chosen?.units });
  }
}
