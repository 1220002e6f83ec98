import { earlierOf, laterOf, type CalendarDate } from './calendar-date';
import type { StayStatus } from './diary';
import { countNights, shareANight, type Nights } from './nights';

interface Booked {
  readonly status: StayStatus;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
}

const HAS_A_BED: readonly StayStatus[] = ['held', 'confirmed', 'in-residence', 'completed'];

/** The nights a stay had a bed on before a change and has not after it. */
export function nightsFreed(before: Booked, after: Booked): Nights[] {
  const had = bedNights(before);
  const has = bedNights(after);
  if (!had) return [];
  if (!has || !shareANight(had, has)) return [had];
  return [
    { from: had.from, to: earlierOf(had.to, has.from) },
    { from: laterOf(had.from, has.to), to: had.to },
  ].filter((nights) => countNights(nights) > 0);
}

function bedNights({ status, arrivesOn, departsOn }: Booked): Nights | undefined {
  const nights = { from: arrivesOn, to: departsOn };
  return HAS_A_BED.includes(status) && countNights(nights) > 0 ? nights : undefined;
}
