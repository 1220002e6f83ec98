import { addDays } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { sayDate, sayNights, sayStay } from '../domain/say-dates';
import { isPast } from '../domain/say-deadline';
import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { ROLE_NAMES } from '../platform/role-names';
import type { Task } from '../tasks/tasks.reader';
import { whoCameLines } from './handover-claim.view';
import type { Displaced, UnitHandover } from './handovers.reader';

interface Shown {
  readonly now: Date;
  readonly by: Person;
  readonly key: string;
  readonly unitId: string | undefined;
  readonly isRead?: boolean;
  readonly errors?: readonly FieldError[];
}

export function handoverPage(night: string, handovers: readonly UnitHandover[], shown: Shown) {
  const { now, unitId, isRead, errors = [] } = shown;
  const at = (date: string) => `/handovers/${date}${unitId ? `?unitId=${unitId}` : ''}`;
  const isLast = night >= londonDate(now);
  return {
    title: 'Handover',
    caption: `${capital(sayNights([night]))} ${night.slice(0, 4)}`,
    errors,
    notice: isRead ? 'The handover is acknowledged.' : undefined,
    nothing: handovers.some(({ came }) => came.length > 0)
      ? undefined
      : 'Nobody came in an emergency that night.',
    sheets: handovers.filter(({ came }) => came.length > 0).map((handover) => sheetOf(handover, shown)),
    before: { text: sayDate(addDays(night, -1)), href: at(addDays(night, -1)) },
    after: isLast ? undefined : { text: sayDate(addDays(night, 1)), href: at(addDays(night, 1)) },
    printedAt: sayMoment(now),
  };
}

function sheetOf(handover: UnitHandover, { now, by, key }: Shown) {
  const { unitId, unitName, night, came, displaced, tasks, dueAt, alarm } = handover;
  return {
    unitName,
    dueBy: sayMoment(dueAt),
    status: statusOf(handover),
    alarm,
    claims: came.map((each) => whoCameLines(each, by, now)),
    displaced: displaced.map((each) => displacedLine(each, by, now)),
    tasks: tasks.toSorted(byDue).map((task) => taskLine(task, now)),
    showsTasks: may(by.role, 'look at tasks'),
    acknowledge:
      handover.acknowledgedAt || !may(by.role, 'acknowledge handovers')
        ? undefined
        : {
            action: `/handovers/${night}/acknowledgement`,
            hidden: [
              { name: 'key', value: key },
              { name: 'unitId', value: unitId },
              ...came.map(({ claim }) => ({ name: 'claimIds', value: claim.id })),
            ],
          },
  };
}

function statusOf({ acknowledgedAt, acknowledgedBy, alarm }: UnitHandover) {
  if (acknowledgedAt)
    return { text: `Acknowledged by ${acknowledgedBy ?? ''}, ${sayMoment(acknowledgedAt)}`, tone: 'good' };
  return alarm
    ? { text: 'Not acknowledged in time', tone: 'bad' }
    : { text: 'Not acknowledged yet', tone: 'careful' };
}

function displacedLine(displaced: Displaced, by: Person, now: Date) {
  const { stayId, youngPersonName, arrivesOn, departsOn, datesOffered, requestId } = displaced;
  const knows = may(by.role, 'know who stays');
  return {
    who: knows ? youngPersonName : 'A young person',
    href: may(by.role, 'look at stays') ? `/stays/${stayId}` : undefined,
    lost: sayStay({ from: arrivesOn, to: departsOn }, londonDate(now)),
    instead:
      datesOffered.length > 0
        ? `Offered instead, from: ${datesOffered.map(sayDate).join('; ')}`
        : requestId
          ? 'First in the queue for new dates'
          : 'No new dates offered yet',
  };
}

/** What is open first; of what is due at one time, what is about one child together. */
function byDue(a: Task, b: Task): number {
  return (
    Number(a.doneAt !== null) - Number(b.doneAt !== null) ||
    a.dueAt.getTime() - b.dueAt.getTime() ||
    (a.youngPersonName ?? '').localeCompare(b.youngPersonName ?? '', 'en-GB')
  );
}

function taskLine(task: Task, now: Date) {
  const { id, words, youngPersonName, ownerRole, ownerName, dueAt } = task;
  return {
    words,
    who: youngPersonName ?? undefined,
    href: `/tasks/${id}`,
    owner: ownerName ?? ROLE_NAMES[ownerRole],
    due: sayMoment(dueAt),
    state: stateOf(task, now),
  };
}

/** Nothing while it is to be done and there is time. */
function stateOf({ dueAt, doneAt, doneByName, closedWhy }: Task, now: Date) {
  if (closedWhy === 'no longer needed') return { text: 'No longer needed', tone: 'quiet' };
  if (doneAt) return { text: `Done by ${doneByName ?? ''}`, tone: 'good' };
  return isPast(dueAt, now) ? { text: 'Overdue', tone: 'bad' } : undefined;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
