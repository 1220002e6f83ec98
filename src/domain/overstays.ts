import type { BedNight } from './bed-nights';
import type { CalendarDate } from './calendar-date';
import type { EmergencyOnRecord } from './emergency-records';
import { londonDate } from './london';
import type { Nights } from './nights';
import { isReached } from './overstay-ladder';

/** Emergency stays past their end in a period, if only for hours, and the bed-nights they had beyond it. */
export interface Overstays {
  readonly stays: number;
  readonly nights: number;
}

export function overstays(
  emergencies: readonly EmergencyOnRecord[],
  bedNights: readonly BedNight[],
  period: Nights,
  now: Date,
): Overstays {
  const past = emergencies.flatMap((stay) => spanPastEnd(stay, now) ?? []);
  const endedOn = new Map(past.map(({ stayId, from }) => [stayId, from]));
  const beyond = bedNights.filter((bed) => {
    const end = bed.class === 'occupied' ? endedOn.get(bed.stayId) : undefined;
    return end !== undefined && end <= bed.on;
  });
  return {
    stays: past.filter(({ from, until }) => from < period.to && until >= period.from).length,
    nights: beyond.length,
  };
}

/** From the day it should have ended to the day they left, or today: a night that begins after the end is past it. */
function spanPastEnd(
  stay: EmergencyOnRecord,
  now: Date,
): { stayId: string; from: CalendarDate; until: CalendarDate } | undefined {
  const { stayId, endsAt, departedAt } = stay;
  if (endsAt === null || !isReached(endsAt, stay, now)) return undefined;
  return { stayId, from: londonDate(endsAt), until: londonDate(departedAt ?? now) };
}
