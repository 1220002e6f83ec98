import { addDays, daysBetween, earlierOf, type CalendarDate } from './calendar-date';
import type { Diary, DiaryStay, ProposedStay } from './diary';
import { shareANight, type Nights } from './nights';

/** Planned stays that go or stay whole: siblings placed together, or one who came alone. */
export interface PlannedGroup {
  readonly id: string;
  readonly stays: readonly DiaryStay[];
  /** The day the first of them arrives. */
  readonly arrivesOn: CalendarDate;
}

export type Groups = readonly PlannedGroup[];

/** Less than 0 when the one set is the lesser; 0 only of a set and itself. Adding a group never makes a set less. */
export type CompareGroups = (a: Groups, b: Groups) => number;

/** Those with a night in the span of whom nobody has arrived, by id. */
export function groupsToCome({ stays }: Diary, during: Nights): PlannedGroup[] {
  const groups = new Map<string, DiaryStay[]>();
  for (const stay of stays) {
    const id = stay.groupId ?? stay.id;
    groups.set(id, [...(groups.get(id) ?? []), stay]);
  }
  return [...groups]
    .map(([id, all]) => groupOf(id, all))
    .filter((group) => group.stays.every(isToCome))
    .filter((group) => group.stays.some(({ nights }) => shareANight(nights, during)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function groupOf(id: string, all: readonly DiaryStay[]): PlannedGroup {
  const stays = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { id, stays, arrivesOn: stays.map(({ nights }) => nights.from).reduce(earlierOf) };
}

export function isToCome({ kind, status }: DiaryStay): boolean {
  return kind === 'planned' && (status === 'held' || status === 'confirmed');
}

export function staysOf(groups: Groups): DiaryStay[] {
  return groups.flatMap(({ stays }) => stays);
}

/** Tells one set of groups from another, whatever order each is in. */
export function idsOf(groups: Groups): string {
  return groups
    .map(({ id }) => id)
    .sort()
    .join();
}

/** The whole group asked for anew, arriving on another day. */
export function askedFrom(group: PlannedGroup, arrivesOn: CalendarDate): ProposedStay[] {
  const days = daysBetween(group.arrivesOn, arrivesOn);
  return group.stays.map(({ id: changesStayId, youngPersonId, nights, solo }) => ({
    ...{ changesStayId, youngPersonId, solo },
    nights: { from: addDays(nights.from, days), to: addDays(nights.to, days) },
  }));
}
