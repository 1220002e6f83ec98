import { addYears, earlierOf, type CalendarDate } from './calendar-date';
import type { Nights } from './nights';
import type { Contract } from './prorate';

/** The year of a contract that a night falls in; years run from the day the contract starts, the last may be short. */
export function contractYearOf(contracts: readonly Contract[], on: CalendarDate): Nights | undefined {
  const contract = contracts.find(({ startsOn, endsOn }) => startsOn <= on && on < endsOn);
  return contract && contractYears(contract).find(({ from, to }) => from <= on && on < to);
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
