import type { Diary, DiaryStay, ProposedStay } from '../../../src/domain/diary';
import { assess } from '../../../src/domain/placement';
import { nightsOf } from './naive';

/** The harm of one set of stays, as a row to be compared from the left: less is gentler. */
export interface NaiveHarm {
  readonly youngPeople: number;
  readonly displacedBefore: number;
  readonly noticeNights: number;
  readonly nights: number;
  readonly datesLeft: number;
}

/**
 * The gentlest displacement there can be, by trying every set there is of planned stays of whom nobody has arrived;
 * `none needed` when nobody need make way, `undefined` when no set is enough.
 */
export function gentlestByTryingAll(
  asked: ProposedStay,
  diary: Diary,
): NaiveHarm | 'none needed' | undefined {
  let gentlest: DiaryStay[][] = [];
  for (const set of everySet(groupsNotArrived(diary))) {
    if (isRefused(asked, diary, set)) continue;
    if (set.length === 0) return 'none needed';
    const order = gentlest[0] ? compare(rowOf(set, diary), rowOf(gentlest[0], diary)) : -1;
    if (order < 0) gentlest = [set];
    else if (order === 0) gentlest.push(set);
  }
  const [first] = gentlest;
  if (!first) return undefined;
  const [youngPeople = 0, displacedBefore = 0, lessNotice = 0, nights = 0] = rowOf(first, diary);
  const datesLeft = Math.max(...gentlest.map((set) => fewestDates(set, asked, diary)));
  return { youngPeople, displacedBefore, noticeNights: -lessNotice, nights, datesLeft };
}

/** Every set there is of such stays, and whether it is enough with nobody in it who need not be. */
export function everyDisplacement(asked: ProposedStay, diary: Diary) {
  return everySet(groupsNotArrived(diary)).map((set) => {
    const fewer = groupsNotArrived({ ...diary, stays: set }).map((group) =>
      set.filter((stay) => !group.includes(stay)),
    );
    const isEnough = !isRefused(asked, diary, set);
    return { set, isSmallest: isEnough && [[], ...fewer].every((some) => isRefused(asked, diary, some)) };
  });
}

/** Stays by whom they go or stay with; a group with somebody who arrived, or who is no planned stay, is none. */
function groupsNotArrived({ stays }: Diary): DiaryStay[][] {
  const groups: DiaryStay[][] = [];
  for (const stay of stays) {
    const together = groups.find(
      (group) => stay.groupId !== null && group.some(({ groupId }) => groupId === stay.groupId),
    );
    if (together) together.push(stay);
    else groups.push([stay]);
  }
  return groups.filter((group) =>
    group.every(({ kind, status }) => kind === 'planned' && ['held', 'confirmed'].includes(status)),
  );
}

function everySet(groups: readonly DiaryStay[][]): DiaryStay[][] {
  const [first, ...rest] = groups;
  if (!first) return [[]];
  return everySet(rest).flatMap((set) => [set, [...first, ...set]]);
}

function isRefused(asked: ProposedStay, diary: Diary, displaced: readonly DiaryStay[]): boolean {
  const stays = diary.stays.filter((stay) => !displaced.includes(stay));
  const { findings } = assess([asked], { ...diary, stays, displaced }, 'emergency');
  return findings.some(({ level }) => level === 'refuse');
}

function rowOf(set: readonly DiaryStay[], { today }: Diary): number[] {
  const people = new Set<string>();
  const lostBefore = new Set<string>();
  let notice = Infinity;
  let nights = 0;
  for (const stay of set) {
    people.add(stay.youngPersonId);
    if (stay.displacedBefore) lostBefore.add(stay.youngPersonId);
    notice = Math.min(notice, nightsOf({ from: today, to: stay.nights.from }).length);
    nights += nightsOf(stay.nights).length;
  }
  return [people.size, lostBefore.size, -notice, nights];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, part] of a.entries()) if (part !== b[index]) return part - (b[index] ?? 0);
  return 0;
}

/** Of the groups in the set, that which could come again on fewest days: no more than ten are counted. */
function fewestDates(set: readonly DiaryStay[], asked: ProposedStay, diary: Diary): number {
  const groups = groupsNotArrived({ ...diary, stays: set });
  return Math.min(...groups.map((group) => Math.min(10, datesFor(group, asked, diary).length)));
}

function datesFor(group: readonly DiaryStay[], asked: ProposedStay, diary: Diary): number[] {
  const first = group.map(({ nights }) => nights.from).sort()[0] ?? '';
  const stays = diary.stays.filter((stay) => !group.includes(stay));
  const away = diary.away.filter(({ stayId }) => !group.some(({ id }) => id === stayId));
  const days = Array.from({ length: 91 }, (_, day) => day);
  return days.filter((day) => {
    const by = nightsOf({ from: first, to: asked.nights.to }).length + day;
    const again = group.map(({ youngPersonId, nights, solo }) => ({
      ...{ youngPersonId, solo },
      nights: { from: later(nights.from, by), to: later(nights.to, by) },
    }));
    const { findings } = assess(again, { ...diary, stays, away }, 'planned');
    return findings.every(({ level }) => level === 'acknowledge' || level === 'inform');
  });
}

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
