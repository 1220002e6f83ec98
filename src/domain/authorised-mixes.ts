import { pairOf, type Pair } from './assessments-worth';
import type { CalendarDate } from './calendar-date';
import type { Assessment } from './diary';

/** Somebody in residence, with the codes a manager authorised for their stay. */
export interface Resident {
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly authorised: readonly string[];
}

/** A judgement in force; provisional when it was written at the claim, without a full assessment. */
export type JudgedPair = Pick<Assessment, 'youngPersonIds' | 'outcome' | 'reviewOn'> & {
  readonly isProvisional: boolean;
};

/** Two who are here together because a manager said so, not because they were found compatible. */
export interface AuthorisedMix {
  readonly youngPersonIds: Pair;
  /** Sorted. */
  readonly stayIds: readonly [string, string];
  /** How the pair stands on the day. */
  readonly standing: 'not-together' | 'not-assessed' | 'provisional';
}

const AUTHORISE_A_MIX = ['not-together', 'not-assessed'];

/** Pairs to review again on a day, each once, while both are there (domain.md §2, §4). */
export function authorisedMixes(
  here: readonly Resident[],
  judgements: readonly JudgedPair[],
  on: CalendarDate,
): AuthorisedMix[] {
  const byPair = new Map(judgements.map((judged) => [judged.youngPersonIds.join(), judged]));
  return here.flatMap((one, index) =>
    here.slice(index + 1).flatMap((other): AuthorisedMix[] => {
      const youngPersonIds = pairOf(one.youngPersonId, other.youngPersonId);
      const standing = standingOf(byPair.get(youngPersonIds.join()), on);
      if (!standing || !(standing === 'provisional' || isAuthorised(one) || isAuthorised(other))) return [];
      return [{ youngPersonIds, stayIds: pairOf(one.stayId, other.stayId), standing }];
    }),
  );
}

/** Nothing for a pair that a full judgement, not past its review, lets be together. */
function standingOf(judged: JudgedPair | undefined, on: CalendarDate): AuthorisedMix['standing'] | undefined {
  if (!judged || on > judged.reviewOn) return 'not-assessed';
  if (judged.outcome === 'not-together') return 'not-together';
  return judged.isProvisional ? 'provisional' : undefined;
}

function isAuthorised({ authorised }: Resident): boolean {
  return authorised.some((code) => AUTHORISE_A_MIX.includes(code));
}
