import type { CalendarDate } from './calendar-date';
import type { Finding } from './findings';

/** In canonical order: the first id sorts before the second. */
export type Pair = readonly [string, string];

/** Something that waits for a place: each arrival it could have, judged. */
export interface WaitingProposal {
  /** Bed-nights it would use. */
  readonly nights: number;
  readonly starts: readonly { readonly arrivesOn: CalendarDate; readonly findings: readonly Finding[] }[];
}

export interface PairWorth {
  readonly youngPersonIds: Pair;
  /** Bed-nights that could be used if the pair, and those who come with it, were found compatible. */
  readonly nights: number;
}

/**
 * The pairs worth assessing, most nights first. Of each proposal that has no date yet, the best of the dates that fail
 * only for want of assessments counts for every pair it lacks; the best lacks fewest pairs, then comes soonest.
 */
export function assessmentsWorth(proposals: readonly WaitingProposal[]): PairWorth[] {
  const worth = new Map<string, PairWorth>();
  for (const proposal of proposals) {
    for (const youngPersonIds of pairsOfBestDate(proposal)) {
      const key = youngPersonIds.join();
      const nights = (worth.get(key)?.nights ?? 0) + proposal.nights;
      worth.set(key, { youngPersonIds, nights });
    }
  }
  return [...worth].sort(mostNightsFirst).map(([, each]) => each);
}

/** The pairs these findings say nobody has judged, or not of late; each once. */
export function unassessedPairs(findings: readonly Finding[]): Pair[] {
  const pairs = findings.flatMap((finding): Pair[] =>
    finding.code === 'not-assessed' ? [pairOf(finding.youngPersonId, finding.peerId)] : [],
  );
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}

export function pairOf(one: string, other: string): Pair {
  return one < other ? [one, other] : [other, one];
}

function pairsOfBestDate({ starts }: WaitingProposal): Pair[] {
  if (starts.some(({ findings }) => !findings.some(standsInTheWay))) return [];
  const [best] = starts
    .filter(({ findings }) => findings.filter(standsInTheWay).every(({ code }) => code === 'not-assessed'))
    .map(({ arrivesOn, findings }) => ({ arrivesOn, pairs: unassessedPairs(findings) }))
    .sort((a, b) => a.pairs.length - b.pairs.length || (a.arrivesOn < b.arrivesOn ? -1 : 1));
  return best?.pairs ?? [];
}

function standsInTheWay({ level }: Finding): boolean {
  return level === 'refuse' || level === 'authorise';
}

function mostNightsFirst([aKey, a]: [string, PairWorth], [bKey, b]: [string, PairWorth]): number {
  return b.nights - a.nights || (aKey < bKey ? -1 : 1);
}
