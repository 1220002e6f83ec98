import { londonDate, sayTime } from './london';
import { sayDate } from './say-dates';

/** An instant as people in London say it: `Fri 13 March 2026 at 4:40pm`. */
export function sayMoment(instant: Date): string {
  return `${sayDate(londonDate(instant))} at ${sayTime(instant)}`;
}
