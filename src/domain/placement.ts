import type { Diary, Lodging, ProposedStay, StayKind } from './diary';
import type { Finding } from './findings';

/** Which rooms one young person would have, night after night. */
export interface RoomsFor {
  readonly youngPersonId: string;
  readonly lodgings: readonly Lodging[];
}

export interface Placement {
  /** Every reason there is, in the policy's order; who may place it is `mayPlace`'s to say. */
  readonly findings: readonly Finding[];
  /** One for each stay asked for, in the same order; empty when no rooms can be had. */
  readonly rooms: readonly RoomsFor[];
}

/** May these stay, all or none? (domain.md §2) Every proposed stay has at least one night. */
export function assess(asked: readonly ProposedStay[], diary: Diary, kind: StayKind): Placement {
  void [asked, diary, kind];
  return { findings: [], rooms: [] };
}
