import {
  addDays,
  addYears,
  firstOfMonth,
  firstOfNextMonth,
  isCalendarDate,
  type CalendarDate,
} from '../domain/calendar-date';
import { contractYears, contractYearSoFar } from '../domain/contract-year';
import type { Nights } from '../domain/nights';
import type { Step } from '../domain/periods';
import type { Contract } from '../domain/prorate';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { reportPeriod } from '../platform/asked-period';

/** The period asked for in the page's address, as it was typed. */
interface OccupancyForm {
  readonly from: string;
  readonly to: string;
  readonly by: Step;
}

export interface Asked {
  readonly form: OccupancyForm;
  readonly period: Nights;
  readonly errors: readonly FieldError[];
}

/** What was asked for, or the usual period with what is wrong with it. */
export function askedFor(sent: SentForm, contracts: readonly Contract[], today: CalendarDate): Asked {
  const usual = usualPeriod(contracts, today);
  const by = typed(sent, 'by') === 'week' ? 'week' : 'month';
  const form = { from: typed(sent, 'from') || usual.from, to: typed(sent, 'to') || usual.to, by } as const;
  const errors = mistakes(form);
  return { form, errors, period: errors.length > 0 ? usual : form };
}

/** The contract year so far, or the last there was, or else the last twelve months. */
function usualPeriod(contracts: readonly Contract[], today: CalendarDate): Nights {
  const soFar = contractYearSoFar(contracts, today);
  if (soFar) return soFar;
  const lastOver = contracts.flatMap(contractYears).findLast(({ to }) => to <= today);
  return lastOver ?? { from: firstOfMonth(addYears(today, -1)), to: firstOfMonth(today) };
}

/** Periods one click away. */
export function handyPeriods(
  contracts: readonly Contract[],
  today: CalendarDate,
): { text: string; period: Nights }[] {
  const begun = contracts.flatMap(contractYears).filter(({ from }) => from <= today);
  const years = begun.slice(-3).map((period) => ({ text: yearName(period), period }));
  const soFar = contractYearSoFar(contracts, today);
  const month = { from: firstOfMonth(today), to: firstOfNextMonth(today) };
  const ahead = { from: today, to: addDays(today, 91) };
  return [
    ...(soFar ? [{ text: 'Contract year so far', period: soFar }] : []),
    ...years,
    { text: 'This month', period: month },
    { text: 'Last month', period: lastMonth(today) },
    { text: 'Next 13 weeks', period: ahead },
  ];
}

/** The last one that is over. */
export function lastMonth(today: CalendarDate): Nights {
  const to = firstOfMonth(today);
  return { from: firstOfMonth(addDays(to, -1)), to };
}

function yearName({ from, to }: Nights): string {
  const last = addDays(to, -1).slice(0, 4);
  return `Contract year ${from.slice(0, 4)}${last === from.slice(0, 4) ? '' : ` to ${last}`}`;
}

function mistakes(form: OccupancyForm): readonly FieldError[] {
  const wrong = (['from', 'to'] as const).filter((name) => !isCalendarDate(form[name]));
  if (wrong.length > 0) return wrong.map((name) => ({ pointer: `/${name}`, detail: 'Enter a real date.' }));
  try {
    reportPeriod(form);
    return [];
  } catch (error) {
    if (error instanceof Misshapen) return error.errors;
    throw error;
  }
}
