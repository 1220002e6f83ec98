/** Counts from so many to so many, both included; the last has no end. */
export interface Band {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** @returns the band a count is in; `undefined` for one below them all. */
export function bandOf<B extends Band>(count: number, bands: readonly B[]): B | undefined {
  return bands.find(({ from, to }) => from <= count && count <= to);
}

/** The middle one; of an even number, half-way between the two in the middle; `null` of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}
