const FIRST_COLUMN = 68;
const COLUMN = 10;

/** Prints the heading at once and @returns what prints a row. */
export function table(heading: readonly string[]): (row: readonly (string | number)[]) => void {
  const print = (row: readonly (string | number)[]): void =>
    console.log(
      row
        .map((cell, at) => (at === 0 ? `${cell}`.padEnd(FIRST_COLUMN) : `${cell}`.padStart(COLUMN)))
        .join(''),
    );
  print(heading);
  return print;
}

/** p50, p95, p99 and the most, in milliseconds. */
export function spread(took: readonly number[]): string[] {
  const sorted = took.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((share) => {
    const at = Math.max(0, Math.ceil(share * sorted.length) - 1);
    return (sorted[at] ?? 0).toFixed(1);
  });
}
