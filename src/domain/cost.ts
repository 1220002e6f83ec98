import type { BedNight } from './bed-nights';
import type { Nights } from './nights';
import type { Contract } from './prorate';

/** What a period cost, in whole pence; a price per night is `null` where there is no night or no cost. */
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
  /** The unused cost shared equally among the empty bed-nights. With `awaitedCostPence` it adds up to `unusedCostPence`. */
  readonly lost: LostCost;
  /** The part carried by nights booked or held. */
  readonly awaitedCostPence: number;
}

export interface LostCost {
  readonly soloBlocked: number;
  readonly closed: number;
  readonly void: number;
}

export function cost(bedNights: readonly BedNight[], contracts: readonly Contract[], period: Nights): Cost {
  throw new Error([bedNights, contracts, period].join());
}
