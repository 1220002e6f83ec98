import { addDays } from '../domain/calendar-date';
import { sayNights } from '../domain/say-dates';
import type { ToDo } from './to-do.service';

interface Line {
  readonly text: string;
  readonly href: string;
  readonly state: { readonly text: string; readonly tone: string };
}

/** What waits, the gravest first; nothing that is settled but last night’s handover, which people look for. */
export function toDoView({ today, handovers, ...counts }: ToDo, unitId: string): Line[] {
  const { conflicts = 0, assessments = 0, tasks, reviews = 0, unsent = 0, setup } = counts;
  return [
    ...some(setup?.all, {
      text: 'Go on setting up the unit',
      href: `/setting-up?unit=${unitId}`,
      state: { text: `${setup?.done ?? 0} of ${setup?.all ?? 0} steps done`, tone: 'busy' },
    }),
    ...some(conflicts, {
      text:
        conflicts === 1 ? 'One thing on the board to settle' : `${conflicts} things on the board to settle`,
      href: `/board?unit=${unitId}`,
      state: { text: 'Settle', tone: 'bad' },
    }),
    ...(handovers ? handoverLines(handovers, addDays(today, -1), unitId) : []),
    ...some(tasks?.count, {
      text: tasks?.count === 1 ? 'One task for you' : `${tasks?.count ?? 0} tasks for you`,
      href: '/tasks?show=mine',
      state: tasks?.overdue
        ? { text: `${tasks.overdue} overdue`, tone: 'bad' }
        : { text: 'To do', tone: 'busy' },
    }),
    ...some(assessments, {
      text:
        assessments === 1
          ? 'One pair waits for an assessment'
          : `${assessments} pairs wait for an assessment`,
      href: '/assessments',
      state: { text: 'Assess', tone: 'careful' },
    }),
    ...some(reviews, {
      text: reviews === 1 ? 'One review is due' : `${reviews} reviews are due`,
      href: '/reviews',
      state: { text: 'Review', tone: 'careful' },
    }),
    ...some(unsent, {
      text: unsent === 1 ? 'One notice could not be sent' : `${unsent} notices could not be sent`,
      href: '/outbox',
      state: { text: 'Not sent', tone: 'bad' },
    }),
  ];
}

function some(count: number | undefined, line: Line): Line[] {
  return count ? [line] : [];
}

function handoverLines(handovers: NonNullable<ToDo['handovers']>, lastNight: string, unitId: string): Line[] {
  const told = handovers.map(({ night, acknowledgedByName }) => ({
    text: `Handover of ${sayNights([night])}`,
    href: `/handovers/${night}?unitId=${unitId}`,
    state: acknowledgedByName
      ? { text: `Read by ${acknowledgedByName}`, tone: 'good' }
      : { text: 'Not acknowledged', tone: 'bad' },
  }));
  if (handovers.some(({ night }) => night === lastNight)) return told;
  const quiet = { text: 'Nobody came', tone: 'quiet' };
  return [
    ...told,
    { text: 'Handover of last night', href: `/handovers/${lastNight}?unitId=${unitId}`, state: quiet },
  ];
}
