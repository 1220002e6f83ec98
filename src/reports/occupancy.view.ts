import { cost } from '../domain/cost';
import { occupancy } from '../domain/occupancy';
import { sayNightCount } from '../domain/say-numbers';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { ChosenUnit } from '../units/unit-choice.service';
import { emergenciesView } from './emergencies.view';
import { SHAPES } from './occupancy-chart';
import { lostNights } from './lost-nights.view';
import { costFigures, nightFigures } from './occupancy-figures.view';
import type { Asked } from './occupancy-form';
import { COLUMNS, periodRows } from './occupancy-rows.view';
import { publishedOtherwise } from './published';
import { handyLinks, questionLinks, saidPeriod } from './question-links';
import type { CountedWithEmergencies } from './reports.service';

/** Occupancy and cost of a period as a page. */
export function occupancyView(
  { unit, units, contracts }: ChosenUnit,
  { form, period, errors }: Asked,
  { ledger, bedNights, emergencies }: CountedWithEmergencies,
  reader: Person,
) {
  const report = occupancy(bedNights, contracts, period, form.by);
  const money = cost(bedNights, contracts, period);
  const address = `unit=${unit.id}&from=${period.from}&to=${period.to}&by=${form.by}`;
  return {
    title: 'Occupancy and cost',
    caption: saidPeriod(period),
    wide: true,
    unit,
    units,
    errors,
    form,
    steps: [
      { value: 'month', text: 'Month' },
      { value: 'week', text: 'Week' },
    ],
    action: '/occupancy',
    handy: handyLinks({ unit, contracts }, ledger.today, period, '/occupancy', `&by=${form.by}`),
    questions: [
      ...questionLinks({ unit }, period),
      {
        title: 'The monthly pack',
        about: 'One month on paper: its figures, nights, cost, cancellations and emergencies.',
        href: `/occupancy/monthly-pack?unit=${unit.id}`,
      },
    ],
    nightFigures: nightFigures(report.total),
    costFigures: costFigures(money),
    published: publishedOtherwise(money),
    chart: {
      ...SHAPES.wide,
      source: `/occupancy/chart.svg?${address}`,
      phone: { ...SHAPES.phone, source: `/occupancy/chart.svg?${address}&shape=phone` },
      text: chartText(report.total.classes, report.periods.length, form.by),
    },
    downloads: downloads(`unitId=${unit.id}&from=${period.from}&to=${period.to}`, form.by, reader),
    columns: COLUMNS,
    by: form.by,
    ...periodRows(report, bedNights, contracts, form.by),
    lost: lostNights(report.total, money),
    unusedCostPence: money.unusedCostPence,
    emergencies: emergenciesView(emergencies),
  };
}

function downloads(address: string, by: string, { role }: Person) {
  const both = (what: string, name: string, query: string) => [
    { text: `Download ${what} as CSV`, href: `/exports/${name}.csv?${query}` },
    { text: `Download ${what} as a spreadsheet`, href: `/exports/${name}.xlsx?${query}` },
  ];
  return [
    ...both('this table', 'occupancy', `${address}&by=${by}`),
    ...(may(role, 'export stays') ? both('the stays', 'stays', address) : []),
  ];
}

function chartText(classes: { readonly occupied: number }, parts: number, by: string): string {
  const pieces = parts === 1 ? `1 ${by}` : `${parts} ${by}s`;
  return `Bar chart of bed-nights over ${pieces}, ${sayNightCount(classes.occupied)} occupied in all. The same numbers are in the table that follows.`;
}
