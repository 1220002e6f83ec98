import { setOut, type AskedStay } from './asked-stay';
import type { Diary, ProposedStay, StayKind } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import type { Known } from './found-by-night';
import { arrangeRooms, type RoomsFor } from './room-choice';
import { POLICY } from './rules/policy';

export interface Placement {
  /** Every reason there is, in the policy's order; whether it may be placed is `mayPlace`'s to say. */
  readonly findings: readonly Finding[];
  /** One for each stay asked for, in the same order; empty when not everybody can have a room. */
  readonly rooms: readonly RoomsFor[];
}

/** May these stay, all or none? (domain.md §2) Every proposed stay has at least one night. */
export function assess(
  asked: readonly ProposedStay[],
  diary: Diary | DiaryByNight,
  kind: StayKind,
): Placement {
  const byNight = diary instanceof DiaryByNight ? diary : new DiaryByNight(diary);
  return judge(setOut(asked, byNight), byNight, kind);
}

/** The same answer on stays already set out in a diary, with how cut up (0 is best) the free nights left would be. */
export function judge(
  asked: readonly AskedStay[],
  diary: DiaryByNight,
  kind: StayKind,
  known: Known = () => undefined,
): Placement & { readonly gaps: number } {
  const arrangement = arrangeRooms(asked, diary);
  const roomed = asked.map(({ stay, nights, slept }, who) => {
    const lodgings = arrangement?.lodgings[who] ?? [];
    return { stay, nights, slept, lodgings };
  });
  return {
    findings: POLICY.flatMap((rule) => known(rule) ?? rule(roomed, diary, kind)),
    rooms: arrangement
      ? roomed.map(({ stay: { youngPersonId }, lodgings }) => ({ youngPersonId, lodgings }))
      : [],
    gaps: arrangement?.gaps ?? 0,
  };
}
