import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import { NIGHT_FILTERS, type NightFilter } from '../domain/night-sorts';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { May } from '../platform/may';
import { NotThere } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { monthAsked, monthlyPackView } from './monthly-pack.view';
import { nightsView } from './nights.view';
import { askedFor } from './occupancy-form';
import { questionView } from './question.view';
import { Questions } from './questions.service';

/** Where figures would be, before there is a unit. */
const NO_UNIT = ['reports/views/no-unit', { title: 'Occupancy and cost' }] as const;

/** What one asks of a unit's year, each question at an address of its own. */
@ApiExcludeController()
@Controller('occupancy')
export class QuestionPages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly questions: Questions,
    private readonly clock: Clock,
  ) {}

  @Get('nights')
  @May('read occupancy and cost')
  async nights(@Query() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) {
      response.render(...NO_UNIT);
      return;
    }
    const { errors, ...asked } = askedFor(sent, chosen.contracts, this.today);
    const filter = filterIn(sent);
    const wrong = filter ? errors : [...errors, { pointer: '/class', detail: 'Choose which bed-nights.' }];
    const facts = await this.questions.facts(chosen.unit.id, asked.period, by);
    response
      .status(wrong.length > 0 ? 400 : 200)
      .render(
        'reports/views/nights',
        nightsView(chosen, { ...asked, errors: wrong }, filter ?? 'all', pageIn(sent), facts),
      );
  }

  @Get('monthly-pack')
  @May('read occupancy and cost')
  async monthlyPack(@Query() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) {
      response.render(...NO_UNIT);
      return;
    }
    const asked = monthAsked(sent, this.today);
    const found = await this.questions.factsOfMonth(chosen.unit.id, asked.month, by);
    response
      .status(asked.errors.length > 0 ? 400 : 200)
      .render('reports/views/monthly-pack', monthlyPackView(chosen, asked, found, this.today));
  }

  @Get(':name')
  @May('read occupancy and cost')
  async show(
    @Param('name') name: string,
    @Query() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const question = this.questions.named(name);
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) {
      response.render(...NO_UNIT);
      return;
    }
    const asked = askedFor(sent, chosen.contracts, this.today);
    const facts = await this.questions.facts(chosen.unit.id, asked.period, by);
    response
      .status(asked.errors.length > 0 ? 400 : 200)
      .render('reports/views/question', questionView(question, chosen, asked, facts));
  }

  private get today(): string {
    return londonDate(this.clock.now());
  }
}

/** All of them unless told; `undefined` for what there is not. */
function filterIn(sent: SentForm): NightFilter | undefined {
  const word = typed(sent, 'class') || 'all';
  return NIGHT_FILTERS.find((filter) => filter === word);
}

/** @throws NotThere */
function pageIn(sent: SentForm): number {
  const word = typed(sent, 'page') || '1';
  if (!/^[1-9]\d{0,5}$/.test(word)) throw new NotThere('There is no such page of these bed-nights.');
  return Number(word);
}
