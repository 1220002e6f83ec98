import type { Diary, ProposedStay } from './diary';
import { diaryDisplacing } from './diary-with';
import type { EmergencyWay } from './emergency-way';
import type { Finding } from './findings';
import { DatesLeft } from './harm';
import { displacementOf, freeBed } from './judged-way';
import { assess } from './placement';
import { groupsToCome, staysOf } from './planned-group';
import { hasOneTooMany } from './sufficient-sets';

/** Why those chosen do not lose their beds. */
export type Unfit = 'arrived' | 'bed-without' | 'not-to-come' | 'siblings-split' | 'one-too-many' | 'refused';

/** The displacement somebody chose; or why it is none, with the findings as they then are. */
export type ChosenDisplacement =
  | { readonly way: EmergencyWay }
  | { readonly way?: undefined; readonly unfit: Unfit; readonly findings: readonly Finding[] };

/**
 * What is shown comes in order of harm (domain.md §4.3), but whoever claims may know better: they may choose any that
 * takes the beds of whole groups to come, and nobody's without need.
 */
export function chosenDisplacement(
  stayIds: readonly string[],
  { roomId, ...asked }: ProposedStay,
  diary: Diary,
): ChosenDisplacement {
  const unfit = (why: Unfit, left: Diary = diary) => ({
    unfit: why,
    findings: assess([asked], left, 'emergency').findings,
  });
  const groups = groupsToCome(diary, asked.nights).filter(({ stays }) =>
    stays.some(({ id }) => stayIds.includes(id)),
  );
  const whole = staysOf(groups).map(({ id }) => id);
  if (hasArrived(stayIds, diary)) return unfit('arrived');
  if (freeBed(asked, diary)) return unfit('bed-without');
  if (!stayIds.every((id) => whole.includes(id))) return unfit('not-to-come');
  if (!whole.every((id) => stayIds.includes(id))) return unfit('siblings-split');
  if (hasOneTooMany(asked, diary, groups)) return unfit('one-too-many');
  const way = displacementOf(groups, asked, diary, new DatesLeft(diary, asked.nights.to));
  return way ? { way } : unfit('refused', diaryDisplacing(diary, staysOf(groups)));
}

/** One of them, or of those who came with them. */
function hasArrived(stayIds: readonly string[], { stays }: Diary): boolean {
  const named = stays.filter(({ id }) => stayIds.includes(id));
  const groupIds = new Set(named.flatMap(({ groupId }) => groupId ?? []));
  return stays.some(
    (stay) =>
      stay.status === 'in-residence' &&
      (named.includes(stay) || (stay.groupId !== null && groupIds.has(stay.groupId))),
  );
}
