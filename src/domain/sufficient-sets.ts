import { addDays } from './calendar-date';
import type { Diary, ProposedStay } from './diary';
import { diaryWithout } from './diary-with';
import type { Finding } from './findings';
import { listNights, shareANight } from './nights';
import { nightsTakenUp } from './overdue';
import { assess } from './placement';
import type { PlannedGroup } from './planned-group';

type Groups = readonly PlannedGroup[];

/** Least first; adding a group never makes a set less. */
type Compare = (a: Groups, b: Groups) => number;

/**
 * The sets of groups that must make way before nobody need refuse the emergency, the least of them first: none of them
 * has a group too many. What refuses it on one night has nothing to do with the others, so each night is judged alone.
 */
export function sufficientSets(
  asked: ProposedStay,
  diary: Diary,
  groups: Groups,
  isDisplacing: boolean,
  compare: Compare,
  most: number,
): PlannedGroup[][] {
  const around = whatMayRefuse(asked, diary);
  const candidates = isDisplacing ? groups.filter((group) => mayLoseItsBed(group, asked, around)) : groups;
  const needs = listNights(asked.nights)
    .map((on) =>
      enoughForOneNight(
        { ...asked, nights: { from: on, to: addDays(on, 1) } },
        around,
        candidates,
        isDisplacing,
      ),
    )
    .filter((enough) => !isEnough([], enough))
    .sort((a, b) => a.length - b.length);
  return needs.length === 0 ? [] : leastOf(needs, compare, most);
}

/** The smallest sets of those there that night, any one of which suffices. */
function enoughForOneNight(
  asked: ProposedStay,
  diary: Diary,
  groups: Groups,
  isDisplacing: boolean,
): PlannedGroup[][] {
  const there = groups.filter(({ stays }) => stays.some(({ nights }) => shareANight(nights, asked.nights)));
  const enough: PlannedGroup[][] = [];
  for (const some of subsetsOf(there)) {
    if (isEnough(some, enough)) continue;
    if (!isRefused(asked, diary, some, isDisplacing)) enough.push(some);
  }
  return enough;
}

/** Goes through the nights, adding for each what it still needs; gives up what cannot become better than those found. */
function leastOf(needs: readonly (readonly Groups[])[], compare: Compare, most: number): PlannedGroup[][] {
  let least: PlannedGroup[][] = [];

  function goOn(night: number, chosen: PlannedGroup[]): void {
    const last = least[most - 1];
    if (last && compare(chosen, last) >= 0) return;
    const enough = needs[night];
    if (enough === undefined) keep(chosen);
    else if (isEnough(chosen, enough)) goOn(night + 1, chosen);
    else for (const some of enough) goOn(night + 1, [...new Set([...chosen, ...some])]);
  }

  function keep(chosen: PlannedGroup[]): void {
    const isKnown = least.some((set) => set.length === chosen.length && isEnough(chosen, [set]));
    if (isKnown || !isMinimal(chosen, needs)) return;
    least = [...least, chosen].sort(compare).slice(0, most);
  }

  goOn(0, []);
  return least;
}

function isMinimal(chosen: Groups, needs: readonly (readonly Groups[])[]): boolean {
  return chosen.every((one) => {
    const others = chosen.filter((other) => other !== one);
    return needs.some((enough) => !isEnough(others, enough));
  });
}

function isEnough(chosen: Groups, enough: readonly Groups[]): boolean {
  return enough.some((set) => set.every((group) => chosen.includes(group)));
}

/** The smaller before the larger. */
function subsetsOf(groups: Groups): PlannedGroup[][] {
  const subsets = groups.reduce<PlannedGroup[][]>(
    (all, group) => [...all, ...all.map((subset) => [...subset, group])],
    [[]],
  );
  return subsets.sort((a, b) => a.length - b.length);
}

/** The ring-fence of some night lets nobody take this group's bed. */
function mayLoseItsBed(group: PlannedGroup, asked: ProposedStay, diary: Diary): boolean {
  const { findings } = assess([asked], { ...diary, stays: [], displaced: group.stays }, 'emergency');
  return !findings.some(
    (finding) => isRefusal(finding) && finding.code === 'kept-for-planned' && finding.displaces,
  );
}

function isRefused(asked: ProposedStay, diary: Diary, gone: Groups, isDisplacing: boolean): boolean {
  const stays = gone.flatMap((group) => group.stays);
  const without = { ...diaryWithout(diary, stays), displaced: isDisplacing ? stays : [] };
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
    assessments: diary.assessments.filter(({ youngPersonIds }) => youngPersonIds.includes(youngPersonId)),
    soloDecisions: diary.soloDecisions.filter((decision) => there.has(decision.youngPersonId)),
    elsewhere: diary.elsewhere.filter(isTheirs),
    plans: diary.plans.filter(isTheirs),
    away: diary.away.filter(isTheirs),
  };
}
