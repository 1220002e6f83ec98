import { Ratio } from './ratio';

const HALF = Ratio.of(1, 2);
const POUNDS = new Intl.NumberFormat('en-GB');

/**
 * Whole pence from an exact sum of pence, half to the even penny (domain.md §5: at the very end only).
 * @throws RangeError beyond 90 million million pounds, where a number no longer holds every penny.
 */
export function toPence(exact: Ratio): number {
  const whole = exact.floor();
  const half = exact.minus(Ratio.of(whole)).compare(HALF);
  const pence = Number(half > 0 || (half === 0 && whole % 2n !== 0n) ? whole + 1n : whole);
  if (!Number.isSafeInteger(pence)) throw new RangeError('That sum of money is too large to hold.');
  return pence;
}

/** A share such as occupancy, to 4 decimal places, half up: 0.525. It may be over 1. */
export function toShare(exact: Ratio): number {
  return roundHalfUp(exact, 4);
}

/** A count that need not be whole, such as commissioned nights, to 2 decimal places, half up. */
export function toHundredths(exact: Ratio): number {
  return roundHalfUp(exact, 2);
}

/**
 * Pounds as they are written on a page: `£672,750.00`, `-£0.05`.
 * @throws RangeError unless given whole pence.
 */
export function formatPounds(pence: number): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError(`${pence} is not a whole number of pence.`);
  const size = Math.abs(pence);
  const pounds = POUNDS.format(Math.floor(size / 100));
  return `${pence < 0 ? '-' : ''}£${pounds}.${String(size % 100).padStart(2, '0')}`;
}

function roundHalfUp(exact: Ratio, places: number): number {
  const scale = 10 ** places;
  return Number(exact.times(Ratio.of(scale)).plus(HALF).floor()) / scale;
}
