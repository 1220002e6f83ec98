import type { BedNight } from './bed-nights';
import type { CalendarDate } from './calendar-date';
import { toHundredths, toShare } from './money';
import { includesNight, type Nights } from './nights';
import { splitPeriod, type Step } from './periods';
import { commissionedNights, splitExactly, type Contract } from './prorate';
import { Ratio } from './ratio';
import { tally, type Tally } from './tally';

/** Use of the unit over a period and its parts; the parts add up to the total, to the bed-night. */
export interface OccupancyReport {
  readonly periods: readonly Occupancy[];
  readonly total: Occupancy;
}

export interface Occupancy extends Tally {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly to: CalendarDate;
  /** By contract, to 2 decimal places. */
  readonly commissionedNights: number;
  /** Occupied ÷ commissioned, to 4 places; `null` when nothing was commissioned. */
  readonly occupancy: number | null;
  /** Occupied ÷ (physical − closed − solo-blocked), to 4 places; `null` when no bed could be used. */
  readonly effectiveOccupancy: number | null;
}

/** @param by how to cut the period up; left out, its one part is the whole. */
export function occupancy(
  bedNights: readonly BedNight[],
  contracts: readonly Contract[],
  period: Nights,
  by?: Step,
): OccupancyReport {
  const parts = by === undefined ? [period] : splitPeriod(period, by);
  const exact = parts.map((part) => commissionedNights(contracts, part));
  const wholeExact = commissionedNights(contracts, period);
  const whole = toHundredths(wholeExact);
  const rounded = splitExactly(exact, 2, whole);
  const bedsOf = dealOut(bedNights, parts);
  return {
    periods: parts.map((part, index) =>
      summary(part, bedsOf[index] ?? [], exact[index] ?? Ratio.ZERO, rounded[index] ?? 0),
    ),
    total: summary(period, bedsOf.flat(), wholeExact, whole),
  };
}

function summary(
  { from, to }: Nights,
  bedNights: readonly BedNight[],
  commissioned: Ratio,
  rounded: number,
): Occupancy {
  const counts = tally(bedNights);
  const { occupied, closed, soloBlocked } = counts.classes;
  const usable = Ratio.of(counts.physicalNights - closed - soloBlocked);
  return {
    from,
    to,
    commissionedNights: rounded,
    ...counts,
    occupancy: share(Ratio.of(occupied).over(commissioned)),
    effectiveOccupancy: share(Ratio.of(occupied).over(usable)),
  };
}

function share(exact: Ratio | null): number | null {
  return exact && toShare(exact);
}

/** Each bed-night to the part its night is in; those of no part to none. Neighbours are mostly of one part. */
function dealOut(bedNights: readonly BedNight[], parts: readonly Nights[]): BedNight[][] {
  const dealt = parts.map((part) => ({ part, beds: new Array<BedNight>() }));
  let now = dealt[0];
  for (const bed of bedNights) {
    if (!now || !includesNight(now.part, bed.on)) now = dealt.find(({ part }) => includesNight(part, bed.on));
    now?.beds.push(bed);
  }
  return dealt.map(({ beds }) => beds);
}
