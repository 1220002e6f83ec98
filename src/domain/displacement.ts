import type { Diary, DiaryStay, Lodging, ProposedStay } from './diary';
import { DiaryByNight } from './diary-by-night';
import { diaryWith, diaryWithout } from './diary-with';
import type { EmergencyWay, Harm, WayKind, Ways } from './emergency-way';
import { compareHarm, DatesLeft, harmOf, NO_HARM } from './harm';
import { emergencyIn, movedRooms } from './moved-rooms';
import { assess } from './placement';
import { groupsToCome, idsOf, staysOf, type CompareGroups, type Groups } from './planned-group';
import { mayBeRedated, redated } from './re-dating';
import { sayWay } from './say-way';
import { sufficientSets } from './sufficient-sets';

/** Of each kind no more are shown; other dates are looked for a little further. */
const MOST_SHOWN = 3;
const MOST_TRIED = 12;

/**
 * Ways to take in one young person at once, the least harm first (domain.md §4.3): only those with nothing refused, so
 * none when nobody could allow it. What a way needs acknowledged or authorised is among its findings. Nobody loses a bed
 * or their dates where there is a bed without; a room asked for by name is no reason to.
 */
export function emergencyWays(asked: ProposedStay, whole: Diary, ways: Ways): EmergencyWay[] {
  const { roomId, ...anyRoom } = asked;
  const diary = atStake(asked, whole);
  const free = [asked, anyRoom].map((each) => freeBed(each, diary)).find((way) => way !== undefined);
  if (!free) return [...otherDates(anyRoom, diary, ways), ...displacements(anyRoom, diary)];
  const lodgings = free.rooms[0]?.lodgings ?? [];
  return lodgings.length > 1 ? [...otherRooms(anyRoom, lodgings, diary), free] : [free];
}

/** Without the judgements on pairs neither of whom is asked about nor may make way, so that judging again stays fast. */
function atStake({ youngPersonId, nights }: ProposedStay, diary: Diary): Diary {
  const ids = new Set([
    youngPersonId,
    ...staysOf(groupsToCome(diary, nights)).map((stay) => stay.youngPersonId),
  ]);
  const assessments = diary.assessments.filter((each) => each.youngPersonIds.some((id) => ids.has(id)));
  return { ...diary, assessments };
}

/** With nobody making way. */
function freeBed(asked: ProposedStay, diary: Diary): EmergencyWay | undefined {
  return wayOf('free-bed', asked, diary, {});
}

function otherRooms(asked: ProposedStay, present: readonly Lodging[], diary: Diary): EmergencyWay[] {
  const found = movedRooms(asked, present, diary);
  if (!found) return [];
  const { moved, roomId } = found;
  const way = wayOf('rooms-moved', { ...asked, roomId }, diaryWith(diary, moved), { moved });
  return way ? [way] : [];
}

function otherDates(asked: ProposedStay, diary: Diary, ways: Ways): EmergencyWay[] {
  const byNight = new DiaryByNight(diary);
  const groups = groupsToCome(diary, asked.nights).filter((group) => mayBeRedated(group, byNight, ways));
  const found: EmergencyWay[] = [];
  for (const set of sufficientSets(asked, diary, groups, false, leastHarm(diary), MOST_TRIED)) {
    const without = diaryWithout(diary, staysOf(set));
    const [lodged] = assess([asked], without, 'emergency').rooms;
    const anew = lodged && redated(set, diaryWith(without, [emergencyIn(lodged.lodgings, asked)]), ways);
    if (!anew) continue;
    const told = { redated: anew, harm: harmOf(set, diary.today) };
    const way = wayOf('dates-moved', asked, diaryWith(without, anew), told);
    if (way) found.push(way);
    if (found.length === MOST_SHOWN) break;
  }
  return found;
}

function displacements(asked: ProposedStay, diary: Diary): EmergencyWay[] {
  const groups = groupsToCome(diary, asked.nights);
  const datesLeft = new DatesLeft(diary, asked.nights.to);
  const sets = sufficientSets(asked, diary, groups, true, leastHarm(diary, datesLeft), MOST_SHOWN);
  return sets.flatMap((set) => {
    const displaced = staysOf(set);
    const harm = { ...harmOf(set, diary.today), datesLeft: datesLeft.of(set) };
    const after = { ...diaryWithout(diary, displaced), displaced };
    return wayOf('displacement', asked, after, { displaced, harm }) ?? [];
  });
}

/** Of two that do the same harm, the one more easily had again; of two alike in that, by id. */
function leastHarm({ today }: Diary, datesLeft?: DatesLeft): CompareGroups {
  const known = new WeakMap<Groups, Weighed>();
  const weighed = (groups: Groups) => {
    const told = known.get(groups) ?? { harm: harmOf(groups, today), ids: idsOf(groups) };
    known.set(groups, told);
    return told;
  };
  return (a, b) =>
    compareHarm(weighed(a).harm, weighed(b).harm) ||
    (datesLeft ? datesLeft.of(b) - datesLeft.of(a) : 0) ||
    (weighed(a).ids < weighed(b).ids ? -1 : Number(weighed(a).ids > weighed(b).ids));
}

interface Weighed {
  readonly harm: Harm;
  readonly ids: string;
}

function wayOf(
  kind: WayKind,
  asked: ProposedStay,
  diary: Diary,
  told: {
    displaced?: readonly DiaryStay[];
    moved?: readonly DiaryStay[];
    redated?: readonly DiaryStay[];
    harm?: Harm;
  },
): EmergencyWay | undefined {
  const { findings, rooms } = assess([asked], diary, 'emergency');
  if (findings.some(({ level }) => level === 'refuse')) return undefined;
  const { displaced = [], moved = [], redated: anew = [], harm = NO_HARM } = told;
  const way = {
    ...{ kind, displaced, findings, rooms, harm },
    moved: moved.map(({ id: stayId, lodgings }) => ({ stayId, lodgings })),
    redated: anew.map(({ id: stayId, nights, lodgings }) => ({ stayId, nights, lodgings })),
  };
  return { ...way, why: sayWay(way) };
}
