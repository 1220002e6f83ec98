import { addDays } from './calendar-date';
import { londonDate, sayTime } from './london';
import { sayMoment } from './say-moment';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function isPast(dueAt: Date, now: Date): boolean {
  return dueAt < now;
}

/** `Overdue by 3 hours`, `Due today at 5pm`, `Due tomorrow at 9am`, `Due Mon 16 March 2026 at 5pm`. */
export function sayDeadline(dueAt: Date, now: Date): string {
  if (isPast(dueAt, now)) return `Overdue by ${sayElapsed(now.getTime() - dueAt.getTime())}`;
  const [today, on] = [londonDate(now), londonDate(dueAt)];
  if (on === today) return `Due today at ${sayTime(dueAt)}`;
  if (on === addDays(today, 1)) return `Due tomorrow at ${sayTime(dueAt)}`;
  return `Due ${sayMoment(dueAt)}`;
}

/** In whole minutes, from an hour on in whole hours, from two days on in whole days. */
function sayElapsed(elapsed: number): string {
  if (elapsed < HOUR) return counted(Math.max(1, Math.floor(elapsed / MINUTE)), 'minute');
  return elapsed < 2 * DAY
    ? counted(Math.floor(elapsed / HOUR), 'hour')
    : counted(Math.floor(elapsed / DAY), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}
