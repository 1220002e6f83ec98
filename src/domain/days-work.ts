import { addDays, type CalendarDate } from './calendar-date';
import type { StayStatus } from './diary';

interface Dated {
  readonly status: StayStatus;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
}

/** Who comes and who goes, as the day's work. */
export interface DaysWork<Stay> {
  /** Confirmed for today or for a day that is over: somebody still has to say whether they came. */
  readonly arrivals: readonly Stay[];
  /** Here, and due to leave today or before. */
  readonly departures: readonly Stay[];
  /** Here now, whenever they leave. */
  readonly here: readonly Stay[];
  readonly tomorrow: readonly Stay[];
}

export function daysWork<Stay extends Dated>(stays: readonly Stay[], today: CalendarDate): DaysWork<Stay> {
  const here = stays.filter(({ status }) => status === 'in-residence');
  const confirmed = stays.filter(({ status }) => status === 'confirmed');
  return {
    arrivals: confirmed.filter(({ arrivesOn }) => arrivesOn <= today),
    departures: here.filter(({ departsOn }) => departsOn <= today),
    here,
    tomorrow: confirmed.filter(({ arrivesOn }) => arrivesOn === addDays(today, 1)),
  };
}
