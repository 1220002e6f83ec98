import type { CalendarDate } from '../domain/calendar-date';
import type { PairOnMap } from '../domain/compatibility-map';
import { STANDING_WORDS, type Standing } from '../domain/outcome-words';
import { sayDays } from '../domain/say-dates';
import { sayNightCount } from '../domain/say-numbers';

/** A sign beside the word, for whoever looks over many cells at once; the word says it all. */
const MARKS: Readonly<Record<Standing, string>> = {
  'not-together': '✕',
  'past-review': '↻',
  'not-assessed': '?',
  'with-controls': '!',
  compatible: '✓',
};

export interface PairWords {
  readonly mark: string;
  readonly text: string;
  readonly tone: string;
  /** Until when it holds, or since when it does no longer. */
  readonly review: string;
  readonly notes: readonly string[];
  readonly isInTheWay: boolean;
}

export function pairWords(pair: PairOnMap, today: CalendarDate): PairWords {
  const { standing, areSiblings, nightsBlocked, nightsAtOdds } = pair;
  const { text, tone } = STANDING_WORDS[standing];
  const isInTheWay = nightsBlocked + nightsAtOdds > 0;
  return {
    ...{ mark: MARKS[standing], text, tone: isInTheWay && tone !== 'bad' ? 'careful' : tone },
    review: sayReview(pair, today),
    notes: [
      ...(nightsBlocked > 0 ? [`Keeps back ${sayNightCount(nightsBlocked)}`] : []),
      ...(nightsAtOdds > 0 ? [`Both booked on ${sayNightCount(nightsAtOdds)}`] : []),
      ...(areSiblings ? ['Siblings'] : []),
    ],
    isInTheWay,
  };
}

function sayReview({ standing, reviewOn }: PairOnMap, today: CalendarDate): string {
  if (reviewOn === null) return '';
  const day = sayDays(reviewOn, reviewOn, today);
  return standing === 'past-review' ? `Review was due by ${day}` : `Review by ${day}`;
}

export function assessHref(id: string, otherId: string): string {
  return `/young-people/${id}/assessments/new?with=${otherId}`;
}
