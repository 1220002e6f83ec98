import type { BedNight } from './bed-nights';
import { NIGHT_SORTS, nightsOf, sortOf, sortsOf, type NightFilter, type NightSort } from './night-sorts';

/** One step down from all the bed-nights there were to those that were used. */
export interface WaterfallStep {
  readonly of: NightFilter;
  readonly nights: number;
  /** What is left of all there were after it, from nought; for a whole, itself. */
  readonly left: number;
  /** Not taken off: what there was, what could be used, what was used. */
  readonly isWhole: boolean;
}

/** Every sort taken off is a step, so that the steps and what was used add up to all there were (domain.md §5). */
export function waterfall(bedNights: readonly BedNight[]): WaterfallStep[] {
  const counts = new Map<NightSort, number>();
  for (const bed of bedNights) counts.set(sortOf(bed), (counts.get(sortOf(bed)) ?? 0) + 1);
  const steps: WaterfallStep[] = [whole('all', bedNights)];
  let left = bedNights.length;
  const takeOff = (sort: NightSort) => {
    const nights = counts.get(sort) ?? 0;
    left -= nights;
    if (nights > 0) steps.push({ of: sort, nights, left, isWhole: false });
  };
  const occupied = sortsOf('occupied');
  const usable = sortsOf('usable');
  NIGHT_SORTS.filter((sort) => !usable.includes(sort)).forEach(takeOff);
  steps.push(whole('usable', bedNights));
  usable.filter((sort) => !occupied.includes(sort)).forEach(takeOff);
  return [...steps, whole('occupied', bedNights)];
}

function whole(of: NightFilter, bedNights: readonly BedNight[]): WaterfallStep {
  const nights = nightsOf(of, bedNights).length;
  return { of, nights, left: nights, isWhole: true };
}
