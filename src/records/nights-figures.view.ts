import { addDays, type CalendarDate } from '../domain/calendar-date';
import { sayDays } from '../domain/say-dates';
import type { CountedNights } from '../plans/nights-counts.service';

interface Figure {
  readonly value: string;
  readonly label: string;
  readonly how: string;
}

export interface NightsFigures {
  readonly figures: readonly Figure[];
  readonly href: string;
}

/** Nights away against what needs an authority; days touched beside them. */
export function nightsFigures(counted: CountedNights): NightsFigures {
  const { youngPersonId, today, mostNights, upToToday, ahead, thisYear } = counted;
  const figure = (label: string, count: CountedNights['thisYear']): Figure => ({
    value: `${count.nights} of ${mostNights} nights`,
    label,
    how: `${sayPeriod(count, today)}: ${count.daysTouched} days touched${sayElsewhere(count.elsewhere)}`,
  });
  return {
    figures: [
      figure('12 months up to today', upToToday),
      ...(ahead ? [figure('Fullest 12 months ahead', ahead)] : []),
      figure('This year from April', thisYear),
    ],
    href: `/young-people/${youngPersonId}/nights`,
  };
}

function sayPeriod({ from, to }: { from: CalendarDate; to: CalendarDate }, today: CalendarDate): string {
  return sayDays(from, addDays(to, -1), today);
}

function sayElsewhere(nights: number): string {
  return nights > 0 ? `, ${nights} ${nights === 1 ? 'night' : 'nights'} elsewhere` : '';
}
