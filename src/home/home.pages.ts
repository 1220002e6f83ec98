import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { may, SignedIn } from '../platform/may';
import { idTyped, typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { HomeDesk } from './home-desk.service';
import { homeView } from './home.view';

@ApiExcludeController()
@Controller()
export class HomePages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly desk: HomeDesk,
  ) {}

  @Get()
  @SignedIn()
  async show(@By() person: Person, @Query() link: SentForm, @Res() response: Response): Promise<void> {
    const unit = typed(link, 'unit');
    if (person.role === 'edt') {
      response.redirect(303, unit ? `/tonight?unit=${encodeURIComponent(unit)}` : '/tonight');
      return;
    }
    response.render('home/views/home', { ...homeView(person), ...(await this.laid(person, link)) });
  }

  private async laid(person: Person, link: SentForm) {
    if (person.role === 'worker') return this.desk.ofWorker(person);
    const chosen = await this.choice.choose(typed(link, 'unit'));
    if (!chosen) return { noUnit: true, maySetUp: may(person.role, 'set up units') };
    const done = { what: typed(link, 'done'), about: idTyped(link, 'about') };
    return { unit: chosen.unit, units: chosen.units, ...(await this.desk.ofUnit(chosen, person, done)) };
  }
}
