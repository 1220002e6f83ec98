const A_MINUTE = 60_000;
const WRITTEN_EACH = 20;
const MOST_KEPT = 10_000;

interface Minute {
  readonly since: number;
  count: number;
  written: number;
}

/**
 * So that a flood of refusals is no flood of entries: of one person at one route the first twenty of a minute are
 * written each, and then one whenever their number has doubled, with how many it stands for.
 */
export class RefusalsCounted {
  private readonly minutes = new Map<string, Minute>();

  /** @returns how many refusals an entry written now stands for; none is to be written for 0. */
  next(key: string, now: number): number {
    const minute = this.minuteOf(key, now);
    minute.count += 1;
    const isWritten = minute.count <= WRITTEN_EACH || minute.count === 2 * minute.written;
    if (!isWritten) return 0;
    const standsFor = minute.count - minute.written;
    minute.written = minute.count;
    return standsFor;
  }

  private minuteOf(key: string, now: number): Minute {
    const last = this.minutes.get(key);
    if (last && now - last.since < A_MINUTE) return last;
    if (this.minutes.size >= MOST_KEPT) this.minutes.clear();
    const minute = { since: now, count: 0, written: 0 };
    this.minutes.set(key, minute);
    return minute;
  }
}
