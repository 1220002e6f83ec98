import type { Diary, Lodging, ProposedStay } from './diary';
import { DiaryByNight } from './diary-by-night';
import { diaryWith, diaryWithout } from './diary-with';
import type { EmergencyWay, Harm, Ways } from './emergency-way';
import { compareHarm, DatesLeft, harmOf } from './harm';
import { displacementOf, freeBed, judgedWay } from './judged-way';
import { emergencyIn, movedRooms } from './moved-rooms';
import { assess } from './placement';
import { groupsToCome, idsOf, staysOf, type CompareGroups, type Groups } from './planned-group';
import { mayBeRedated, redated } from './re-dating';
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

function otherRooms(asked: ProposedStay, present: readonly Lodging[], diary: Diary): EmergencyWay[] {
  const found = movedRooms(asked, present, diary);
  if (!found) return [];
  const { moved, roomId } = found;
  const way = judgedWay('rooms-moved', { ...asked, roomId }, diaryWith(diary, moved), { moved });
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
    const way = judgedWay('dates-moved', asked, diaryWith(without, anew), told);
    if (way) found.push(way);
    if (found.length === MOST_SHOWN) break;
  }
  return found;
}

function displacements(asked: ProposedStay, diary: Diary): EmergencyWay[] {
  const groups = groupsToCome(diary, asked.nights);
  const datesLeft = new DatesLeft(diary, asked.nights.to);
  const sets = sufficientSets(asked, diary, groups, true, leastHarm(diary, datesLeft), MOST_SHOWN);
  return sets.flatMap((set) => displacementOf(set, asked, diary, datesLeft) ?? []);
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
