const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** ISO number of a weekday given as number or as English name, whole or its first three letters. */
export function weekday(value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 1 && value <= 7 ? value : undefined;
  if (typeof value !== 'string' || value.length < 3) return undefined;
  const named = DAYS.findIndex(
    (day) => day === value.toLowerCase() || day.slice(0, 3) === value.toLowerCase(),
  );
  return named < 0 ? undefined : named + 1;
}
