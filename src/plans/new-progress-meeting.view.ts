import type { CalendarDate } from '../domain/calendar-date';
import { RATING_WORDS, sayRating } from '../domain/goal-rating';
import type { FieldError } from '../platform/problem';
import type { PlanInProgress } from './plan-in-progress.reader';
import type { ProgressMeetingForm } from './progress-meeting-form';

export function newProgressMeetingView(
  { id, name, goals }: PlanInProgress,
  form: ProgressMeetingForm,
  errors: readonly FieldError[],
  today: CalendarDate,
) {
  const path = `/short-break-plans/${id}/progress-meetings`;
  return {
    title: 'Record a progress meeting',
    caption: name,
    back: { text: 'Back to progress meetings', href: path },
    action: `${path}/new`,
    errors,
    today,
    form,
    scale: Object.entries(RATING_WORDS).map(([value, words]) => ({ value, text: `${value} ${words}` })),
    goals: goals
      .filter(({ isLeftOut }) => !isLeftOut)
      .map((goal) => ({
        ...goal,
        atEntry: goal.ratedAtEntry === null ? undefined : `At entry: ${sayRating(goal.ratedAtEntry)}`,
        ...form.ratings.find(({ goalId }) => goalId === goal.id),
      })),
  };
}
