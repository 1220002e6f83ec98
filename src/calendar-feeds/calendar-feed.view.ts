import { runsOutAt } from '../domain/calendar-feed';
import { londonDate, sayTime } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import type { CalendarFeed } from './calendar-feed.entity';

export interface CalendarFeedView {
  readonly id: string;
  readonly madeAt: string;
  readonly runsOutAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export function calendarFeedView(feed: CalendarFeed): CalendarFeedView {
  const { id, madeAt, lastUsedAt, revokedAt } = feed;
  return {
    id,
    madeAt: madeAt.toISOString(),
    runsOutAt: runsOutAt(madeAt).toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

export function calendarPage(feed: CalendarFeed | null, key: string, isOfWorker: boolean, done: string) {
  return {
    title: 'Stays in your calendar',
    notice:
      done === 'revoked' ? 'The address is revoked. Calendars that used it get nothing more.' : undefined,
    key,
    whose: isOfWorker ? 'the stays of your families' : 'every stay of the units you work for',
    facts: feed && [
      { key: 'Made', text: sayMomentIn(feed.madeAt) },
      { key: 'Last used', text: feed.lastUsedAt ? sayMomentIn(feed.lastUsedAt) : 'Not yet' },
      { key: 'Runs out', text: sayDate(londonDate(runsOutAt(feed.madeAt))) },
    ],
  };
}

function sayMomentIn(at: Date): string {
  return `${sayDate(londonDate(at))} at ${sayTime(at)}`;
}
