const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A count as it is written on a page: `1,440`, `27.62`. */
export function sayCount(count: number): string {
  return COUNT.format(count);
}

/** `1 night`, `1,440 nights`. */
export function sayNightCount(count: number): string {
  return `${sayCount(count)} ${count === 1 ? 'night' : 'nights'}`;
}

/** A share as it is written on a page: `52.5%`. */
export function sayShare(share: number): string {
  return PERCENT.format(share);
}
