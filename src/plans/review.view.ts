import type { CalendarDate } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';

export interface ReviewWords {
  readonly text: string;
  readonly isOverdue: boolean;
}

export function reviewOf(reviewOn: CalendarDate, today: CalendarDate): ReviewWords {
  const isOverdue = reviewOn < today;
  return { isOverdue, text: `${isOverdue ? 'Review was due' : 'Review due'} ${sayDate(reviewOn)}` };
}
