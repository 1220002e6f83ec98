import { addDays } from './calendar-date';
import type { Diary, ProposedStay } from './diary';
import { diaryDisplacing, diaryWithout } from './diary-with';
import type { Finding } from './findings';
import { leastSets, type Need } from './least-sets';
import { listNights, shareANight } from './nights';
import { nightsTakenUp } from './overdue';
import { assess } from './placement';
import { staysOf, type CompareGroups, type Groups, type PlannedGroup } from './planned-group';
import { isEnough, smallestSets } from './smallest-sets';

/**
 * The sets of groups that must make way before nobody need refuse the emergency, the least of them first: none of them
 * has a group too many. What refuses it on one night has nothing to do with the others, so each night is judged alone;
 * none when it would be refused though all made way.
 */
export function sufficientSets(
  asked: ProposedStay,
  diary: Diary,
  groups: Groups,
  isDisplacing: boolean,
  compare: CompareGroups,
  most: number,
): Groups[] {
  const around = whatMayRefuse(asked, diary);
  const candidates = isDisplacing ? groups.filter((group) => mayLoseItsBed(group, asked, around)) : groups;
  if (isRefused(asked, around, candidates, isDisplacing)) return [];
  const needs = listNights(asked.nights)
    .map((on) => {
      const tonight = { ...asked, nights: { from: on, to: addDays(on, 1) } };
      return enoughForOneNight(tonight, around, candidates, isDisplacing, compare);
    })
    .filter((need) => !isEnough([], need));
  return needs.length === 0 ? [] : leastSets(needs, compare, most);
}

/** One of these groups need not lose its beds to the emergency, which nobody would refuse without that one either. */
export function hasOneTooMany(asked: ProposedStay, diary: Diary, groups: Groups): boolean {
  const around = whatMayRefuse(asked, diary);
  return groups.some((one) => {
    const others = groups.filter((other) => other !== one);
    return !isRefused(asked, around, others, true);
  });
}

/** The smallest sets of those there that night, any one of which suffices. */
function enoughForOneNight(
  asked: ProposedStay,
  diary: Diary,
  groups: Groups,
  isDisplacing: boolean,
  compare: CompareGroups,
): Need {
  const around = whatMayRefuse(asked, diary);
  const there = groups.filter(({ stays }) => stays.some(({ nights }) => shareANight(nights, asked.nights)));
  return smallestSets(there, (gone) => !isRefused(asked, around, gone, isDisplacing), compare);
}

/** The ring-fence of some night lets nobody take this group's bed. */
function mayLoseItsBed(group: PlannedGroup, asked: ProposedStay, diary: Diary): boolean {
  const empty = { ...diary, stays: [], assessments: [] };
  const { findings } = assess([asked], { ...empty, displaced: group.stays }, 'emergency');
  return !findings.some(
    (finding) => isRefusal(finding) && finding.code === 'kept-for-planned' && finding.displaces,
  );
}

function isRefused(asked: ProposedStay, diary: Diary, gone: Groups, isDisplacing: boolean): boolean {
  const stays = staysOf(gone);
  const without = isDisplacing ? diaryDisplacing(diary, stays) : diaryWithout(diary, stays);
  return assess([asked], without, 'emergency').findings.some(isRefusal);
}

function isRefusal({ level }: Finding): boolean {
  return level === 'refuse';
}

/** Of the diary only what concerns these nights and this young person, so that judging it over and over stays fast. */
function whatMayRefuse({ youngPersonId, nights, changesStayId }: ProposedStay, diary: Diary): Diary {
  const stays = diary.stays.filter(
    (stay) => stay.id === changesStayId || shareANight(nightsTakenUp(stay, diary.today), nights),
  );
  const there = new Set([youngPersonId, ...stays.map((stay) => stay.youngPersonId)]);
  const isTheirs = (about: { readonly youngPersonId: string }) => about.youngPersonId === youngPersonId;
  return {
    ...diary,
    stays,
    assessments: diary.assessments.filter(
      ({ youngPersonIds: pair }) => pair.includes(youngPersonId) && pair.every((id) => there.has(id)),
    ),
    soloDecisions: diary.soloDecisions.filter((decision) => there.has(decision.youngPersonId)),
    elsewhere: diary.elsewhere.filter(isTheirs),
    plans: diary.plans.filter(isTheirs),
    away: diary.away.filter(isTheirs),
  };
}
