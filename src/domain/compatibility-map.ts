import { pairOf, type Pair, type PairWorth } from './assessments-worth';
import type { CalendarDate } from './calendar-date';
import type { Assessment, Person } from './diary';
import { STANDINGS, type Standing } from './outcome-words';

/** What is known of two who may come to meet. */
export interface PairOnMap {
  readonly youngPersonIds: Pair;
  readonly standing: Standing;
  /** The last day of the judgement, where there is one. */
  readonly reviewOn: CalendarDate | null;
  /** Says nothing about whether they can be together (domain.md §1). */
  readonly areSiblings: boolean;
  /** Bed-nights of requests that have no date because of the two. */
  readonly nightsBlocked: number;
  /** Nights on which both are booked although nothing in force lets them. */
  readonly nightsAtOdds: number;
}

interface Facts {
  readonly people: readonly Pick<Person, 'id' | 'familyId'>[];
  /** The one judgement in force per pair. */
  readonly assessments: readonly Pick<Assessment, 'youngPersonIds' | 'outcome' | 'reviewOn'>[];
  readonly blocked: readonly PairWorth[];
  readonly atOdds: ReadonlyMap<string, number>;
  readonly today: CalendarDate;
}

/** Every two of these people, once; those whom most nights hang on first, then the least settled. */
export function compatibilityMap({ people, assessments, blocked, atOdds, today }: Facts): PairOnMap[] {
  const judged = new Map(assessments.map((each) => [each.youngPersonIds.join(), each]));
  const nights = new Map(blocked.map((each) => [each.youngPersonIds.join(), each.nights]));
  const pairs = people.flatMap((one, index) =>
    people.slice(index + 1).map((other): PairOnMap => {
      const youngPersonIds = pairOf(one.id, other.id);
      const key = youngPersonIds.join();
      const assessment = judged.get(key);
      return {
        youngPersonIds,
        standing: standingOf(assessment, today),
        reviewOn: assessment?.reviewOn ?? null,
        areSiblings: one.familyId === other.familyId,
        nightsBlocked: nights.get(key) ?? 0,
        nightsAtOdds: atOdds.get(key) ?? 0,
      };
    }),
  );
  return pairs.sort(worstFirst);
}

/** How many nights hang on a pair; on a person, those of their pairs together. */
export function nightsHanging({ nightsBlocked, nightsAtOdds }: PairOnMap): number {
  return nightsBlocked + nightsAtOdds;
}

export function nightsHangingByPerson(pairs: readonly PairOnMap[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const pair of pairs)
    for (const id of pair.youngPersonIds) sums.set(id, (sums.get(id) ?? 0) + nightsHanging(pair));
  return sums;
}

function standingOf(
  assessment: Pick<Assessment, 'outcome' | 'reviewOn'> | undefined,
  today: CalendarDate,
): Standing {
  if (!assessment) return 'not-assessed';
  return assessment.reviewOn < today ? 'past-review' : assessment.outcome;
}

function worstFirst(a: PairOnMap, b: PairOnMap): number {
  return (
    nightsHanging(b) - nightsHanging(a) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    (a.youngPersonIds.join() < b.youngPersonIds.join() ? -1 : 1)
  );
}
