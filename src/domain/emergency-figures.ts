import type { BedNight } from './bed-nights';
import type { CalendarDate } from './calendar-date';
import { nightPrices, priceOf } from './cost';
import {
  displacedFigures,
  reDatedFigures,
  type DisplacedFigures,
  type ReDatedFigures,
} from './displaced-figures';
import type { EmergencyRecords } from './emergency-records';
import { londonDate } from './london';
import { toPence, toShare } from './money';
import { includesNight, type Nights } from './nights';
import { overstays, type Overstays } from './overstays';
import { plannedNightsLost, type PlannedNightsLost, type Priced } from './planned-nights-lost';
import { Ratio } from './ratio';
import { tally } from './tally';
import type { UnitLedger } from './unit-ledger';

/** The emergencies of a period, and what they cost others (domain.md §5). */
export interface EmergencyFigures {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly to: CalendarDate;
  readonly costPerNightPence: number | null;
  readonly emergencies: Emergencies;
  readonly displacedStays: DisplacedFigures;
  readonly reDated: ReDatedFigures;
  readonly overstays: Overstays & Priced & { readonly shareOfEmergencyNights: number | null };
  readonly plannedNightsLost: PlannedNightsLost;
}

interface Emergencies extends Priced {
  /** Emergency stays whose first night is in the period. */
  readonly begun: number;
  /** Claimed for a night of the period, and never came. */
  readonly neverCame: number;
  readonly occupiedNights: number;
  /** Nights ÷ occupied nights, to 4 places; `null` when nobody stayed. */
  readonly shareOfOccupied: number | null;
}

/** Of bed-nights counted already: an emergency's nights here are those the occupancy report calls so. */
export function emergencyFigures(
  { ledger, bedNights }: { readonly ledger: UnitLedger; readonly bedNights: readonly BedNight[] },
  records: EmergencyRecords,
  period: Nights,
  now: Date,
): EmergencyFigures {
  const prices = nightPrices(bedNights, ledger.contracts, period);
  const counts = tally(bedNights);
  const nights = counts.occupiedEmergency;
  const begun = records.emergencies.filter(({ night }) => includesNight(period, night));
  const displaced = records.displaced.filter(({ night }) => includesNight(period, night));
  const past = overstays(records.emergencies, bedNights, period, now);
  return {
    from: period.from,
    to: period.to,
    costPerNightPence: prices.occupied && toPence(prices.occupied),
    emergencies: {
      begun: begun.filter(({ status }) => status === 'in-residence' || status === 'completed').length,
      neverCame: begun.filter(({ status }) => status === 'not-arrived' || status === 'cancelled').length,
      nights,
      occupiedNights: counts.classes.occupied,
      shareOfOccupied: share(nights, counts.classes.occupied),
      costPence: priceOf(nights, prices.occupied),
    },
    displacedStays: displacedFigures(displaced, prices.occupied),
    reDated: reDatedFigures(displaced, londonDate(now)),
    overstays: {
      ...past,
      shareOfEmergencyNights: share(past.nights, nights),
      costPence: priceOf(past.nights, prices.occupied),
    },
    plannedNightsLost: plannedNightsLost(ledger, bedNights, period, prices),
  };
}

function share(part: number, whole: number): number | null {
  const exact = Ratio.of(part).over(Ratio.of(whole));
  return exact && toShare(exact);
}
