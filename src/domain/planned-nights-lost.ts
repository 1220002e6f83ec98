import type { BedNight } from './bed-nights';
import { priceOf, type NightPrices } from './cost';
import type { Ledger } from './ledger';
import { bedsLost, lossesOf } from './losses';
import { listNights, type Nights } from './nights';

/** Bed-nights at what they cost; `null` where no contract gives a cost. */
export interface Priced {
  readonly nights: number;
  readonly costPence: number | null;
}

/** Bed-nights of a period that planned stays lost to emergencies, by what became of the bed; they add up to `nights`. */
export interface PlannedNightsLost extends Readonly<Record<Fate, Priced>> {
  readonly nights: number;
}

type Fate =
  | 'usedByEmergency'
  | 'usedAgain'
  | 'stillToCome'
  | 'soloBlocked'
  | 'closed'
  | 'displacedUnused'
  | 'emptyOtherwise';

/** A bed lost twice on one night is one bed-night. */
export function plannedNightsLost(
  { stays, today }: Ledger,
  bedNights: readonly BedNight[],
  period: Nights,
  { occupied, empty }: NightPrices,
): PlannedNightsLost {
  const displaced = stays.filter(({ status }) => status === 'displaced');
  const beds = new Set(
    lossesOf(displaced, period, today, () => 0)
      .flatMap(bedsLost)
      .flatMap(({ roomId, nights }) => listNights(nights).map((on) => `${roomId} ${on}`)),
  );
  const lost = bedNights
    .map((bed) => ({ bed, fate: fateOf(bed) }))
    .filter(({ bed, fate }) => fate === 'displacedUnused' || beds.has(`${bed.roomId} ${bed.on}`));
  const priced = (fate: Fate, price: NightPrices['empty']): Priced => {
    const nights = lost.filter((one) => one.fate === fate).length;
    return { nights, costPence: priceOf(nights, price) };
  };
  return {
    nights: lost.length,
    usedByEmergency: priced('usedByEmergency', occupied),
    usedAgain: priced('usedAgain', occupied),
    stillToCome: priced('stillToCome', empty),
    soloBlocked: priced('soloBlocked', empty),
    closed: priced('closed', empty),
    displacedUnused: priced('displacedUnused', empty),
    emptyOtherwise: priced('emptyOtherwise', empty),
  };
}

function fateOf(bed: BedNight): Fate {
  switch (bed.class) {
    case 'occupied':
      return bed.kind === 'emergency' ? 'usedByEmergency' : 'usedAgain';
    case 'booked':
    case 'held':
      return 'stillToCome';
    case 'solo-blocked':
      return 'soloBlocked';
    case 'closed':
      return 'closed';
    case 'void':
      return bed.lost === 'displaced' ? 'displacedUnused' : 'emptyOtherwise';
  }
}
