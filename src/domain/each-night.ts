import type { BedNight } from './bed-nights';
import type { CalendarDate } from './calendar-date';
import { listNights, type Nights } from './nights';
import { tally, type Tally } from './tally';

export interface NightTally extends Tally {
  readonly on: CalendarDate;
}

/** How many beds of each class there were on each night of a period, in order; nights without a bed too. */
export function eachNight(bedNights: readonly BedNight[], period: Nights): NightTally[] {
  const beds = new Map(listNights(period).map((on): [string, BedNight[]] => [on, []]));
  for (const bed of bedNights) beds.get(bed.on)?.push(bed);
  return [...beds].map(([on, ofNight]) => ({ on, ...tally(ofNight) }));
}

/** In use, or to be: whoever was there, is booked or has a bed held. */
export function bedsTaken({ classes }: Tally): number {
  return classes.occupied + classes.booked + classes.held;
}
