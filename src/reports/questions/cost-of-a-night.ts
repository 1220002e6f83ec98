import { cost, type Cost } from '../../domain/cost';
import { formatPounds } from '../../domain/money';
import { splitPeriod } from '../../domain/periods';
import { partName } from '../occupancy-rows.view';
import type { Bars } from '../pictures/picture';
import type { Answer, Facts, Question } from './question';

export const COST: Question = {
  key: 'cost',
  title: 'What did a night cost?',
  about: 'Cost of a night used, against a full unit and a bed elsewhere.',
  answer,
};

function answer({ bedNights, ledger: { contracts }, period }: Facts): Answer {
  const total = cost(bedNights, contracts, period);
  const months = splitPeriod(period, 'month').map((month) => ({
    name: partName(month, 'month'),
    cost: cost(bedNights, contracts, month),
  }));
  return {
    sentence: sentence(total),
    picture: {
      kind: 'bars',
      text: 'A bar for each month: what a night used cost. Lines show a full unit and a bed elsewhere.',
      bars: months.map(({ name, cost: { costPerNightPence } }) => ({
        name,
        parts: [{ name: 'What a night used cost', tone: 'planned', value: costPerNightPence ?? 0 }],
        says: costPerNightPence === null ? 'none' : formatPounds(costPerNightPence),
      })),
      marks: marksOf(total),
    },
    columns: [
      { name: 'Month', as: 'text' },
      { name: 'Nights used', as: 'count' },
      { name: 'Nights commissioned', as: 'count' },
      { name: 'Cost', as: 'pounds' },
      { name: 'Cost of a night used', as: 'pounds' },
      { name: 'In a full unit', as: 'pounds' },
      { name: 'A bed elsewhere', as: 'pounds' },
      { name: 'Cost of unused nights', as: 'pounds' },
    ],
    rows: [
      ...months.map((month) => ({ cells: cells(month.name, month.cost) })),
      ...(months.length > 1 ? [{ cells: cells('In all', total), is: 'total' as const }] : []),
    ],
    note: 'Cost is the contract’s year shared out equally among its days. A full unit uses every night commissioned; a bed elsewhere costs the spot price of the contract.',
  };
}

function cells(name: string, month: Cost) {
  return [
    ...[name, month.occupiedNights, month.commissionedNights, month.costPence, month.costPerNightPence],
    ...[month.costPerNightAtCapacityPence, month.spotPricePence, month.unusedCostPence],
  ];
}

function marksOf({
  costPerNightAtCapacityPence: full,
  spotPricePence: spot,
}: Cost): NonNullable<Bars['marks']> {
  return [
    ...(full === null
      ? []
      : [{ name: `In a full unit, ${formatPounds(full)}`, tone: 'first' as const, value: full }]),
    ...(spot === null
      ? []
      : [{ name: `A bed elsewhere, ${formatPounds(spot)}`, tone: 'second' as const, value: spot }]),
  ];
}

function sentence(total: Cost): string {
  const { costPerNightPence: each, costPerNightAtCapacityPence: full, spotPricePence: spot } = total;
  if (full === null) return 'No contract covers this period, so there is no cost to give.';
  const inFull = `In a full unit it would have been ${formatPounds(full)}`;
  const elsewhere = spot === null ? '' : `, and a bed elsewhere ${formatPounds(spot)}`;
  return each === null
    ? `No night was used, so there is no cost per night. ${inFull}${elsewhere}.`
    : `A night used cost ${formatPounds(each)}. ${inFull}${elsewhere}.`;
}
