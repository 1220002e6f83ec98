import type { BedNight } from './bed-nights';
import { toHundredths, toPence, toShare } from './money';
import { includesNight, type Nights } from './nights';
import { commissionedNights, contractCost, splitExactly, spotPrice, type Contract } from './prorate';
import { Ratio } from './ratio';
import { tally, type Tally } from './tally';

/** What a period cost, in whole pence; a price per night is `null` where there is no night, or no cost. */
export interface Cost {
  readonly costPence: number;
  readonly occupiedNights: number;
  /** To 2 decimal places. */
  readonly commissionedNights: number;
  readonly costPerNightPence: number | null;
  readonly costPerNightAtCapacityPence: number | null;
  readonly spotPricePence: number | null;
  /** The occupancy at which a night costs the spot price, to 4 places; over 1 it never does. */
  readonly breakEvenOccupancy: number | null;
  /** Commissioned but not occupied, to 2 decimal places; never below nought. */
  readonly unusedNights: number;
  readonly unusedCostPence: number;
  /** Unused cost shared equally among the beds nobody was in; with what is awaited it adds up to all of it. */
  readonly lost: LostCost;
  /** The share of the beds booked or held, which may yet be used. */
  readonly awaitedCostPence: number;
}

interface LostCost {
  readonly soloBlocked: number;
  readonly closed: number;
  readonly void: number;
}

/** What a bed-night of a period costs in pence, exactly; `null` where there is no night of the kind, or no cost. */
export interface NightPrices {
  readonly occupied: Ratio | null;
  /** Of a bed nobody was in: its equal share of what unused nights carry. */
  readonly empty: Ratio | null;
}

/** Exact by contract and day; pence are rounded half-even once, at the end (domain.md §5). */
export function cost(bedNights: readonly BedNight[], contracts: readonly Contract[], period: Nights): Cost {
  const { classes, whole, commissioned, unused, unusedCost, prices } = sums(bedNights, contracts, period);
  const spot = spotPrice(contracts, period);
  return {
    costPence: toPence(whole),
    occupiedNights: classes.occupied,
    commissionedNights: toHundredths(commissioned),
    costPerNightPence: inPence(prices.occupied),
    costPerNightAtCapacityPence: inPence(priceEach(whole, commissioned)),
    spotPricePence: inPence(spot),
    breakEvenOccupancy: spot && share(whole.over(spot.times(commissioned))),
    unusedNights: toHundredths(unused),
    unusedCostPence: toPence(unusedCost),
    ...carried(prices.empty ?? Ratio.ZERO, classes),
  };
}

export function nightPrices(
  bedNights: readonly BedNight[],
  contracts: readonly Contract[],
  period: Nights,
): NightPrices {
  return sums(bedNights, contracts, period).prices;
}

/** So many bed-nights at such a price; nothing for none, `null` where there is no price. */
export function priceOf(nights: number, price: Ratio | null): number | null {
  return nights === 0 ? 0 : inPence(price && price.times(Ratio.of(nights)));
}

function sums(bedNights: readonly BedNight[], contracts: readonly Contract[], period: Nights) {
  const { classes } = tally(bedNights.filter(({ on }) => includesNight(period, on)));
  const occupied = Ratio.of(classes.occupied);
  const commissioned = commissionedNights(contracts, period);
  const whole = contractCost(contracts, period);
  const unused = commissioned.compare(occupied) > 0 ? commissioned.minus(occupied) : Ratio.ZERO;
  const unusedCost = whole.times(unused).over(commissioned) ?? Ratio.ZERO;
  const empty = emptyOf(classes).reduce((sum, count) => sum + count, 0);
  const prices = {
    occupied: priceEach(whole, occupied),
    empty: whole.isZero ? null : unusedCost.over(Ratio.of(empty)),
  };
  return { classes, whole, commissioned, unused, unusedCost, prices };
}

function priceEach(whole: Ratio, nights: Ratio): Ratio | null {
  return whole.isZero ? null : whole.over(nights);
}

function inPence(exact: Ratio | null): number | null {
  return exact && toPence(exact);
}

function share(exact: Ratio | null): number | null {
  return exact && toShare(exact);
}

function emptyOf({ soloBlocked, closed, void: empty, booked, held }: Tally['classes']): number[] {
  return [soloBlocked, closed, empty, booked + held];
}

function carried(each: Ratio, classes: Tally['classes']): Pick<Cost, 'lost' | 'awaitedCostPence'> {
  const shares = emptyOf(classes).map((count) => each.times(Ratio.of(count)));
  const [solo = 0, shut = 0, unfilled = 0, awaited = 0] = splitExactly(shares, 0, toPence(Ratio.sum(shares)));
  return { lost: { soloBlocked: solo, closed: shut, void: unfilled }, awaitedCostPence: awaited };
}
