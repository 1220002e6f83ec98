import { occupancy, type Occupancy } from '../../domain/occupancy';
import { sayShare } from '../../domain/say-numbers';
import { SERIES } from '../chart-colours';
import { COLUMNS, partName, periodCells } from '../occupancy-rows.view';
import type { Answer, Facts, Question } from './question';

export const BY_MONTH: Question = {
  key: 'by-month',
  title: 'How full was each month?',
  about: 'Every month’s bed-nights by what became of them, against the nights commissioned.',
  answer,
};

function answer({ bedNights, ledger: { contracts }, period }: Facts): Answer {
  const { periods, total } = occupancy(bedNights, contracts, period, 'month');
  const row = (part: Occupancy, name: string) => ({
    cells: [name, ...periodCells(part, bedNights, contracts)],
  });
  const shown = SERIES.filter(({ isAlways, count }) => isAlways || periods.some((part) => count(part) > 0));
  return {
    sentence: sentence(periods, total),
    picture: {
      kind: 'bars',
      text: 'A bar for each month, of the bed-nights occupied, kept empty, closed and empty.',
      bars: periods.map((part) => ({
        name: partName(part, 'month'),
        parts: shown.map(({ name, colour, count }) => ({ name, tone: colour, value: count(part) })),
        says: part.occupancy === null ? '' : sayShare(part.occupancy),
      })),
    },
    columns: [{ name: 'Month', as: 'text' }, ...COLUMNS],
    rows: [
      ...periods.map((part) => row(part, partName(part, 'month'))),
      ...(periods.length > 1 ? [{ ...row(total, 'In all'), is: 'total' as const }] : []),
    ],
    note: 'Occupancy is occupied ÷ commissioned. Commissioned nights and cost are the contract’s year shared out equally among its days.',
  };
}

function sentence(periods: readonly Occupancy[], total: Occupancy): string {
  const known = periods.filter((part) => part.occupancy !== null);
  if (total.occupancy === null) return 'No contract covers this period, so there is no occupancy to give.';
  const ordered = known.toSorted((a, b) => (b.occupancy ?? 0) - (a.occupancy ?? 0));
  const [most, least] = [ordered.at(0), ordered.at(-1)];
  const whole = `Occupancy was ${sayShare(total.occupancy)} in all`;
  if (!most || !least || ordered.length < 2) return `${whole}.`;
  const said = (part: Occupancy) => `${partName(part, 'month')} with ${sayShare(part.occupancy ?? 0)}`;
  return `${whole}. The fullest month was ${said(most)}; the emptiest was ${said(least)}.`;
}
