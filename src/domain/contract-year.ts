import { addYears, earlierOf, type CalendarDate } from './calendar-date';
import type { Nights } from './nights';
import type { Contract } from './prorate';

/** The year of a contract that a night falls in; years run from the day the contract starts, the last may be short. */
function contractYearOf(contracts: readonly Contract[], on: CalendarDate): Nights | undefined {
  const contract = contracts.find(({ startsOn, endsOn }) => startsOn <= on && on < endsOn);
  return contract && contractYears(contract).find(({ from, to }) => from <= on && on < to);
}

/** The nights of that year that are over by `today`; none before its first is. */
export function contractYearSoFar(
  contracts: readonly Contract[],
  today: CalendarDate,
  on: CalendarDate = today,
): Nights | undefined {
  const year = contractYearOf(contracts, on);
  const to = year && earlierOf(year.to, today);
  return year && to && year.from < to ? { from: year.from, to } : undefined;
}

export function contractYears({ startsOn, endsOn }: Contract): Nights[] {
  const years: Nights[] = [];
  for (let from = startsOn, count = 1; from < endsOn; count += 1) {
    const to = earlierOf(addYears(startsOn, count), endsOn);
    years.push({ from, to });
    from = to;
  }
  return years;
}
