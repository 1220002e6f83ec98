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

/** Exact by contract and day; pence are rounded half-even once, at the end (domain.md §5). */
export function cost(bedNights: readonly BedNight[], contracts: readonly Contract[], period: Nights): Cost {
  const { classes } = tally(bedNights.filter(({ on }) => includesNight(period, on)));
  const occupied = Ratio.of(classes.occupied);
  const commissioned = commissionedNights(contracts, period);
  const whole = contractCost(contracts, period);
  const spot = spotPrice(contracts, period);
  const unused = commissioned.compare(occupied) > 0 ? commissioned.minus(occupied) : Ratio.ZERO;
  const unusedCost = whole.times(unused).over(commissioned) ?? Ratio.ZERO;
  return {
    costPence: toPence(whole),
    occupiedNights: classes.occupied,
    commissionedNights: toHundredths(commissioned),
    costPerNightPence: perNight(whole, occupied),
    costPerNightAtCapacityPence: perNight(whole, commissioned),
    spotPricePence: spot && toPence(spot),
    breakEvenOccupancy: spot && share(whole.over(spot.times(commissioned))),
    unusedNights: toHundredths(unused),
    unusedCostPence: toPence(unusedCost),
    ...carried(unusedCost, classes),
  };
}

function perNight(whole: Ratio, nights: Ratio): number | null {
  const price = whole.isZero ? null : whole.over(nights);
  return price && toPence(price);
}

function share(exact: Ratio | null): number | null {
  return exact && toShare(exact);
}

function carried(
  unusedCost: Ratio,
  { soloBlocked, closed, void: empty, booked, held }: Tally['classes'],
): Pick<Cost, 'lost' | 'awaitedCostPence'> {
  const counts = [soloBlocked, closed, empty, booked + held];
  const each = unusedCost.over(Ratio.of(counts.reduce((sum, count) => sum + count, 0))) ?? Ratio.ZERO;
  const shares = counts.map((count) => each.times(Ratio.of(count)));
  const [solo = 0, shut = 0, unfilled = 0, awaited = 0] = splitExactly(shares, 0, toPence(Ratio.sum(shares)));
  return { lost: { soloBlocked: solo, closed: shut, void: unfilled }, awaitedCostPence: awaited };
}
