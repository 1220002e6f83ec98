import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { isCalendarDate, type CalendarDate } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { weekFrom, weekOf } from '../domain/week-of';
import type { Nights } from '../domain/nights';
import { Clock } from '../platform/clock';
import { May } from '../platform/may';
import { Misshapen, NotThere } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { weekSheetView } from './week-sheet.view';
import { WeekSheets } from './week-sheets.service';

@ApiExcludeController()
@Controller('week-sheet')
export class WeekSheetPages {
  constructor(
    private readonly choice: UnitChoice,
    private readonly sheets: WeekSheets,
    private readonly clock: Clock,
  ) {}

  /** The week that `?from=` begins, or this one from its Monday on. */
  @Get()
  @May('know who stays')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const week = askedWeek(typed(link, 'from'), londonDate(this.clock.now()));
    const chosen = await this.choice.choose(typed(link, 'unit'));
    if (!chosen) throw new NotThere('There is no unit yet. Once there is one, its week is shown here.');
    const view = weekSheetView(await this.sheets.of(chosen.unit.id, week), this.clock.now());
    const { unit, units } = chosen;
    response.render('week-sheet/views/week-sheet', { ...view, wide: true, unit, units });
  }
}

/** @throws Misshapen */
function askedWeek(from: string, today: CalendarDate): Nights {
  if (!from) return weekOf(today);
  if (!isCalendarDate(from))
    throw Misshapen.at('/from', 'The week must begin on a real date, such as 2026-03-09.');
  return weekFrom(from);
}
