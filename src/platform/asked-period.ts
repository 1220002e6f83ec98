import { addYears, daysBetween } from '../domain/calendar-date';
import type { Nights } from '../domain/nights';
import { Misshapen } from './problem';

const MOST_YEARS = 10;

interface Asked {
  readonly from: string;
  readonly to: string;
}

/** @throws Misshapen when it has no night, or more than ten years of them. */
export function reportPeriod({ from, to }: Asked): Nights {
  refuseEmpty({ from, to });
  if (to > addYears(from, MOST_YEARS))
    throw Misshapen.at('/to', `Ask for ${MOST_YEARS} years or less at a time.`);
  return { from, to };
}

/** @throws Misshapen when it has no night, or too many. */
export function periodOfNights({ from, to }: Asked, most: number): Nights {
  refuseEmpty({ from, to });
  if (daysBetween(from, to) > most) throw Misshapen.at('/to', `Ask for ${most} nights or less at a time.`);
  return { from, to };
}

function refuseEmpty({ from, to }: Asked): void {
  if (to <= from)
    throw Misshapen.at('/to', 'The end must be after the start; the end date is not part of it.');
}
