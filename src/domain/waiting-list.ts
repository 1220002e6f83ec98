import type { CalendarDate } from './calendar-date';
import { URGENCIES, type Urgency } from './request';
import { sayNightCount } from './say-numbers';
import { sayDate } from './say-dates';

/** What a waiting request is ranked by (issue of freed nights: displaced before, urgency, wait, nights owed). */
export interface Waiting {
  readonly id: string;
  readonly displacedBefore: boolean;
  readonly urgency: Urgency;
  /** ISO instant: who asked earlier has waited longer. */
  readonly requestedAt: string;
  /** Nights the plans agreed that nobody has used or booked. */
  readonly nightsOwed: number;
}

/** Why an offer went to this request: kept with the offer. */
export interface RankFacts extends Omit<Waiting, 'id'> {
  /** 1 is first in the queue. */
  readonly place: number;
  readonly of: number;
  readonly freed: { readonly from: CalendarDate; readonly to: CalendarDate };
}

/** First in the queue first; no two requests are ever level. */
export function rankWaiting<W extends Waiting>(waiting: readonly W[]): W[] {
  return [...waiting].sort(
    (a, b) =>
      Number(b.displacedBefore) - Number(a.displacedBefore) ||
      URGENCIES.indexOf(b.urgency) - URGENCIES.indexOf(a.urgency) ||
      Date.parse(a.requestedAt) - Date.parse(b.requestedAt) ||
      b.nightsOwed - a.nightsOwed ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The rank in words, the strongest reason first. */
export function sayRank({ place, of, displacedBefore, urgency, requestedAt, nightsOwed }: RankFacts): string {
  const parts = [
    ...(displacedBefore ? ['lost a bed to an emergency before'] : []),
    urgency === 'urgent' ? 'urgent' : `urgency: ${urgency}`,
    `asked on ${sayDate(requestedAt.slice(0, 10))}`,
    `${sayNightCount(nightsOwed)} agreed and not yet used`,
  ];
  return `Number ${place} of ${of} on the waiting list: ${parts.join(', ')}.`;
}
