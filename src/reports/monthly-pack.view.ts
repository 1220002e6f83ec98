import {
  addDays,
  firstOfMonth,
  firstOfNextMonth,
  isCalendarDate,
  type CalendarDate,
} from '../domain/calendar-date';
import { cost } from '../domain/cost';
import type { EmergencyFigures } from '../domain/emergency-figures';
import type { Nights } from '../domain/nights';
import { occupancy } from '../domain/occupancy';
import { monthAndYear, sayDate } from '../domain/say-dates';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { ChosenUnit } from '../units/unit-choice.service';
import { answerView } from './answer.view';
import { emergenciesView } from './emergencies.view';
import { costFigures, nightFigures } from './occupancy-figures.view';
import { lastMonth } from './occupancy-form';
import { BY_NIGHT } from './questions/by-night';
import { CANCELLATIONS } from './questions/cancellations';
import { COST } from './questions/cost-of-a-night';
import type { Facts } from './questions/question';
import { WHERE_NIGHTS_WENT } from './questions/where-nights-went';

export interface AskedMonth {
  readonly typed: string;
  readonly month: Nights;
  readonly errors: readonly FieldError[];
}

/** The month asked for, or the last that is over with what is wrong with what was typed. */
export function monthAsked(sent: SentForm, today: CalendarDate): AskedMonth {
  const usual = lastMonth(today);
  const month = typed(sent, 'month') || usual.from.slice(0, 7);
  const from = `${month}-01`;
  return isCalendarDate(from)
    ? { typed: month, month: { from, to: firstOfNextMonth(from) }, errors: [] }
    : {
        ...{ typed: month, month: usual },
        errors: [{ pointer: '/month', detail: 'Enter a month by year and number, such as 2026-03.' }],
      };
}

/** What one month was, on paper: the same answers as on their own pages. It names nobody. */
export function monthlyPackView(
  { unit, units, contracts }: ChosenUnit,
  asked: AskedMonth,
  { facts, emergencies }: { readonly facts: Facts; readonly emergencies: EmergencyFigures },
  today: CalendarDate,
) {
  const { month, errors } = asked;
  const link = (text: string, from: CalendarDate) => ({
    text,
    href: `/occupancy/monthly-pack?unit=${unit.id}&month=${from.slice(0, 7)}`,
  });
  return {
    title: `Monthly pack: ${monthAndYear(month.from)}`,
    caption: unit.name,
    back: { text: 'Occupancy and cost', href: `/occupancy?unit=${unit.id}` },
    ...{ unit, units, errors },
    form: { month: asked.typed },
    before: link('The month before', firstOfMonth(addDays(month.from, -1))),
    after: link('The month after', month.to),
    figures: [
      ...nightFigures(occupancy(facts.bedNights, contracts, month).total),
      ...costFigures(cost(facts.bedNights, contracts, month)),
    ],
    answers: [WHERE_NIGHTS_WENT, BY_NIGHT, COST, CANCELLATIONS].map((question) =>
      answerView(question, facts),
    ),
    emergencies: emergenciesView(emergencies),
    asOf: `As of ${sayDate(today)}. It names no young person.${month.to > today ? ' The month is not over yet.' : ''}`,
  };
}
