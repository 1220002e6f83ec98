import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import { cost } from '../domain/cost';
import { londonDate } from '../domain/london';
import { occupancy } from '../domain/occupancy';
import { sayDays } from '../domain/say-dates';
import { Clock } from '../platform/clock';
import type { ChosenUnit } from '../units/unit-choice.service';
import { costFigures, nightFigures, type Figure } from './occupancy-figures.view';
import { askedFor } from './occupancy-form';
import { Reports } from './reports.service';

export interface FiguresNow {
  readonly days: string;
  readonly figures: readonly Figure[];
}

/** The figures that the page of occupancy opens on, for whoever begins the day with them. */
@Injectable()
export class OccupancyNow {
  constructor(
    private readonly reports: Reports,
    private readonly clock: Clock,
  ) {}

  async of({ unit, contracts }: ChosenUnit): Promise<FiguresNow> {
    const today = londonDate(this.clock.now());
    const { period, form } = askedFor({}, contracts, today);
    const { bedNights } = await this.reports.count(unit.id, period);
    const { total } = occupancy(bedNights, contracts, period, form.by);
    return {
      days: sayDays(period.from, addDays(period.to, -1), today),
      figures: [...nightFigures(total), ...costFigures(cost(bedNights, contracts, period))],
    };
  }
}
