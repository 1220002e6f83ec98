import type { Diary, DiaryStay, ProposedStay } from './diary';
import { diaryDisplacing } from './diary-with';
import type { EmergencyWay, Harm, WayKind } from './emergency-way';
import { harmOf, NO_HARM, type DatesLeft } from './harm';
import { assess } from './placement';
import { staysOf, type Groups } from './planned-group';
import { sayWay } from './say-way';

interface Told {
  readonly displaced?: readonly DiaryStay[];
  readonly moved?: readonly DiaryStay[];
  readonly redated?: readonly DiaryStay[];
  readonly harm?: Harm;
}

/** The emergency in a diary in which others have made way already; none when somebody must refuse it still. */
export function judgedWay(
  kind: WayKind,
  asked: ProposedStay,
  diary: Diary,
  { displaced = [], moved = [], redated = [], harm = NO_HARM }: Told,
): EmergencyWay | undefined {
  const { findings, rooms } = assess([asked], diary, 'emergency');
  if (findings.some(({ level }) => level === 'refuse')) return undefined;
  const way = {
    ...{ kind, displaced, findings, rooms, harm },
    moved: moved.map(({ id: stayId, lodgings }) => ({ stayId, lodgings })),
    redated: redated.map(({ id: stayId, nights, lodgings }) => ({ stayId, nights, lodgings })),
  };
  return { ...way, why: sayWay(way) };
}

/** With nobody making way. */
export function freeBed(asked: ProposedStay, diary: Diary): EmergencyWay | undefined {
  return judgedWay('free-bed', asked, diary, {});
}

/** With these groups losing their beds. */
export function displacementOf(
  groups: Groups,
  asked: ProposedStay,
  diary: Diary,
  datesLeft: DatesLeft,
): EmergencyWay | undefined {
  const harm = { ...harmOf(groups, diary.today), datesLeft: datesLeft.of(groups) };
  const displaced = staysOf(groups);
  return judgedWay('displacement', asked, diaryDisplacing(diary, displaced), { displaced, harm });
}
