import type { NightFilter } from '../domain/night-sorts';
import type { Nights } from '../domain/nights';
import { sayDate } from '../domain/say-dates';
import type { ChosenUnit } from '../units/unit-choice.service';
import { handyPeriods } from './occupancy-form';
import { QUESTIONS } from './questions/questions';

/** A page of occupancy about a unit and a period. */
export function periodHref(path: string, unitId: string, { from, to }: Nights, also = ''): string {
  return `${path}?unit=${unitId}&from=${from}&to=${to}${also}`;
}

export function nightsHref(unitId: string, period: Nights, filter: NightFilter): string {
  return periodHref('/occupancy/nights', unitId, period, `&class=${filter}`);
}

/** Periods one click away from the same page. */
export function handyLinks(
  { unit, contracts }: Pick<ChosenUnit, 'unit' | 'contracts'>,
  today: string,
  current: Nights,
  path: string,
  also = '',
) {
  return handyPeriods(contracts, today).map(({ text, period }) => ({
    text,
    href: periodHref(path, unit.id, period, also),
    isCurrent: period.from === current.from && period.to === current.to,
  }));
}

/** Every question there is, of the same unit and period. */
export function questionLinks({ unit }: Pick<ChosenUnit, 'unit'>, period: Nights) {
  return QUESTIONS.map(({ key, title, about }) => ({
    key,
    title,
    about,
    href: periodHref(`/occupancy/${key}`, unit.id, period),
  }));
}

/** As the caption of a page of figures. */
export function saidPeriod({ from, to }: Nights): string {
  return `From the night of ${sayDate(from)} to the morning of ${sayDate(to)}`;
}
