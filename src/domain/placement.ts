import { setOut } from './asked-stay';
import type { Diary, ProposedStay, StayKind } from './diary';
import { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import { arrangeRooms, type RoomsFor } from './room-choice';
import { POLICY } from './rules/policy';

export interface Placement {
  /** Every reason there is, in the policy's order; whether it may be placed is `mayPlace`'s to say. */
  readonly findings: readonly Finding[];
  /** One for each stay asked for, in the same order; empty when not everybody can have a room. */
  readonly rooms: readonly RoomsFor[];
}

/** May these stay, all or none? (domain.md §2) Every proposed stay has at least one night. */
export function assess(asked: readonly ProposedStay[], diary: Diary, kind: StayKind): Placement {
  return judge(asked, new DiaryByNight(diary), kind);
}

/** The same answer from a diary already indexed, with how cut up (0 is best) the free nights left would be. */
export function judge(
  proposed: readonly ProposedStay[],
  diary: DiaryByNight,
  kind: StayKind,
): Placement & { readonly gaps: number } {
  const asked = setOut(proposed, diary);
  const arrangement = arrangeRooms(asked, diary);
  const roomed = asked.map(({ stay, nights, company, slept }, who) => {
    const lodgings = arrangement?.lodgings[who] ?? [];
    return { stay, nights, company, slept, lodgings };
  });
  return {
    findings: POLICY.flatMap((rule) => rule(roomed, diary, kind)),
    rooms: arrangement
      ? roomed.map(({ stay: { youngPersonId }, lodgings }) => ({ youngPersonId, lodgings }))
      : [],
    gaps: arrangement?.gaps ?? 0,
  };
}
