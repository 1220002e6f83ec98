import { toShare } from '../../domain/money';
import { Ratio } from '../../domain/ratio';
import { sayCount } from '../../domain/say-numbers';

/** `1 stay`, `1,440 stays`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}

export function bedNights(count: number): string {
  return counted(count, 'bed-night');
}

/** To 4 places; `null` of nothing. */
export function shareOf(part: number, whole: number): number | null {
  const exact = Ratio.of(part).over(Ratio.of(whole));
  return exact && toShare(exact);
}

export function sumOf<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((sum, one) => sum + count(one), 0);
}
