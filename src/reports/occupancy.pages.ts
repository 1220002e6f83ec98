import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import { occupancy } from '../domain/occupancy';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { May } from '../platform/may';
import { NotThere } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice, type ChosenUnit } from '../units/unit-choice.service';
import { chartOf, SHAPES } from './occupancy-chart';
import { askedFor, type Asked } from './occupancy-form';
import { occupancyView } from './occupancy.view';
import { Reports } from './reports.service';

/** A picture may style itself and do nothing else, should somebody open it by its address. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

@ApiExcludeController()
@Controller('occupancy')
export class OccupancyPages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly reports: Reports,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('read occupancy and cost')
  async show(@Query() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) {
      response.render('reports/views/no-unit', { title: 'Occupancy and cost' });
      return;
    }
    const asked = this.asked(chosen, sent);
    const counted = await this.reports.countWithEmergencies(chosen.unit.id, asked.period);
    response
      .status(asked.errors.length > 0 ? 400 : 200)
      .render('reports/views/occupancy', occupancyView(chosen, asked, counted, by));
  }

  @Get('chart.svg')
  @May('read occupancy and cost')
  async chart(@Query() sent: SentForm, @Res() response: Response): Promise<void> {
    const chosen = await this.choice.choose(typed(sent, 'unit'));
    if (!chosen) throw new NotThere('There is no unit yet.');
    const { form, period } = this.asked(chosen, sent);
    const { ledger, bedNights } = await this.reports.count(chosen.unit.id, period);
    const { periods } = occupancy(bedNights, ledger.contracts, period, form.by);
    response
      .type('image/svg+xml')
      .set({ 'Content-Security-Policy': PICTURE_POLICY, 'Cache-Control': 'private, no-cache' })
      .send(chartOf(periods, form.by, typed(sent, 'shape') === 'phone' ? SHAPES.phone : SHAPES.wide));
  }

  private asked({ contracts }: ChosenUnit, sent: SentForm): Asked {
    return askedFor(sent, contracts, londonDate(this.clock.now()));
  }
}
