import { addYears, daysBetween, type CalendarDate } from './calendar-date';
import { countNights, sharedNights, type Nights } from './nights';
import { Ratio } from './ratio';

/** What a council bought, by the year; contracts of one unit never overlap. */
export interface Contract {
  readonly startsOn: CalendarDate;
  /** Exclusive. */
  readonly endsOn: CalendarDate;
  readonly nightsPerYear: number;
  readonly costPencePerYear: number;
  /** What a night in a bed elsewhere would cost; `null` when nobody has said. */
  readonly spotPricePencePerNight: number | null;
}

/** Commissioned nights of a period, exactly; days without a contract give none. */
export function commissionedNights(contracts: readonly Contract[], period: Nights): Ratio {
  return prorate(contracts, period, (contract) => Ratio.of(contract.nightsPerYear));
}

/** Cost of a period in pence, exactly; days without a contract cost nothing. */
export function contractCost(contracts: readonly Contract[], period: Nights): Ratio {
  return prorate(contracts, period, (contract) => Ratio.of(contract.costPencePerYear));
}

/** Spot price of a night in pence, weighted by the commissioned nights of the contracts that name one. */
export function spotPrice(contracts: readonly Contract[], period: Nights): Ratio | null {
  const priced = contracts.filter(({ spotPricePencePerNight }) => spotPricePencePerNight !== null);
  const worth = prorate(priced, period, (contract) =>
    Ratio.of(contract.nightsPerYear).times(Ratio.of(contract.spotPricePencePerNight ?? 0)),
  );
  return worth.over(commissionedNights(priced, period));
}

/**
 * A sum agreed by the year, shared equally among the days of each contract year. Contract years run from
 * the day the contract starts, so a whole one gives exactly the year's sum, leap day or not (domain.md §5).
 */
function prorate(
  contracts: readonly Contract[],
  period: Nights,
  perYear: (contract: Contract) => Ratio,
): Ratio {
  return Ratio.sum(contracts.map((contract) => perYear(contract).times(contractYears(contract, period))));
}

/**
 * Each part rounded down or up to so many decimal places that they add up to their rounded total.
 * The units left over go to the largest remainders; of equals, to the earliest.
 */
export function splitExactly(parts: readonly Ratio[], places: number, total: number): number[] {
  const scale = 10 ** places;
  const scaled = parts.map((part) => part.times(Ratio.of(scale)));
  const whole = scaled.map((part) => Number(part.floor()));
  const left = Math.round(total * scale) - whole.reduce((sum, units) => sum + units, 0);
  const remainders = scaled.map((part, index) => ({ index, size: part.minus(Ratio.of(part.floor())) }));
  remainders.sort((a, b) => b.size.compare(a.size) || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole.map((units) => units / scale);
}

function contractYears(contract: Contract, period: Nights): Ratio {
  const held = sharedNights({ from: contract.startsOn, to: contract.endsOn }, period);
  if (held === undefined) return Ratio.ZERO;
  let years = Ratio.ZERO;
  for (let count = wholeYears(contract.startsOn, held.from); ; count += 1) {
    const year = { from: addYears(contract.startsOn, count), to: addYears(contract.startsOn, count + 1) };
    if (year.from >= held.to) return years;
    const days = sharedNights(year, held);
    if (days) years = years.plus(Ratio.of(countNights(days), daysBetween(year.from, year.to)));
  }
}

function wholeYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to < addYears(from, years) ? years - 1 : years;
}
