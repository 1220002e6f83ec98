import type { CalendarDate } from '../domain/calendar-date';
import { sayRating } from '../domain/goal-rating';
import { sayDue, reviewsDue } from '../domain/reviews-due';
import { sayDate } from '../domain/say-dates';
import type { PlanInProgress } from './plan-in-progress.reader';
import type { ProgressMeeting } from './progress-meetings.service';

/** Few enough to compare at a glance; the rest are told meeting by meeting. */
const MOST_COMPARED = 4;

export function progressMeetingsView(
  plan: PlanInProgress,
  meetings: readonly ProgressMeeting[],
  today: CalendarDate,
  isHeld: boolean,
) {
  const compared = meetings.slice(0, MOST_COMPARED).toReversed();
  return {
    title: 'Progress meetings',
    caption: plan.name,
    back: { text: 'Back to the plan', href: `/short-break-plans/${plan.id}` },
    notice: isHeld ? `The meeting is recorded. The next is on ${sayDate(plan.reviewOn)}.` : undefined,
    facts: [
      { key: 'Next meeting', text: nextOf(plan, today) },
      { key: 'Key worker', text: plan.keyWorkerName },
    ],
    planHref: `/short-break-plans/${plan.id}`,
    newHref: plan.status === 'agreed' ? `/short-break-plans/${plan.id}/progress-meetings/new` : undefined,
    columns: ['At entry', ...compared.map(({ heldOn }) => sayDate(heldOn))],
    rows: plan.goals.map((goal) => ({
      text: goal.isLeftOut ? `${goal.text} (no longer a goal)` : goal.text,
      ratings: [goal.ratedAtEntry, ...compared.map((meeting) => ratingIn(meeting, goal.id)?.rating)],
    })),
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      heldOn: sayDate(meeting.heldOn),
      who: `${meeting.communityWorker} and ${meeting.residentialWorker}`,
      decisions: meeting.decisions,
      next: sayDate(meeting.nextOn),
      by: meeting.recordedByName,
      said: plan.goals.flatMap(({ id, text }) => {
        const rated = ratingIn(meeting, id);
        return rated ? { text, rating: sayRating(rated.rating), words: rated.words } : [];
      }),
    })),
  };
}

function ratingIn({ ratings }: ProgressMeeting, id: string) {
  return ratings.find(({ goalId }) => goalId === id);
}

function nextOf({ status, reviewOn }: PlanInProgress, today: CalendarDate): string {
  if (status === 'draft') return 'Once the plan is agreed';
  if (status === 'ended') return 'None: the plan has ended';
  const [due] = reviewsDue([{ reviewOn }], today);
  return due ? `${sayDate(reviewOn)}, ${sayDue(due, today)}` : sayDate(reviewOn);
}
