/** Where professionals are named, whose names may be a child's too. */
const PROFESSIONALS = ['professional', 'keyWorker', 'keyWorkerEmail'];
const WHEN = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d(?::\d\d)?))?$/;

/** The same, with every text in it, however deep, as `change` makes it; not dates, not keys, not professionals. */
export function inEveryText<T>(value: T, change: (text: string) => string): T {
  return changed(value, change) as T;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return WHEN.test(value) ? value : change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => changed(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      PROFESSIONALS.includes(key) ? each : changed(each, change),
    ]),
  );
}
