import { addDays, type CalendarDate } from './calendar-date';
import type { DiaryStay } from './diary';
import type { Nights } from './nights';

/**
 * The nights a stay takes up. A young person overdue to leave still occupies the room, tonight included
 * (domain.md §5); on the day they are due to leave they are not overdue.
 */
export function nightsTakenUp(stay: Pick<DiaryStay, 'status' | 'nights'>, today: CalendarDate): Nights {
  const { from, to } = stay.nights;
  const isOverdue = stay.status === 'in-residence' && to < today;
  return isOverdue ? { from, to: addDays(today, 1) } : stay.nights;
}
