import type { CalendarDate } from './calendar-date';
import type { Finding, FindingCode } from './findings';

const ONLY_UNASSESSED: readonly FindingCode[] = ['not-assessed'];
export const ANY_PAIR: readonly FindingCode[] = ['not-assessed', 'not-together'];

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
  return weighed(proposals, ({ starts }) => pairsOfBestDate(starts, ONLY_UNASSESSED));
}

/**
 * The pairs that keep proposals from a date, most nights first: those worth assessing, and where no assessment would
 * help, those who were judged not to be together.
 */
export function pairsInTheWay(proposals: readonly WaitingProposal[]): PairWorth[] {
  return weighed(proposals, ({ starts }) => {
    const unassessed = pairsOfBestDate(starts, ONLY_UNASSESSED);
    return unassessed.length > 0 ? unassessed : pairsOfBestDate(starts, ANY_PAIR);
  });
}

/** The pairs these findings say nobody has judged, or not of late; each once. */
export function unassessedPairs(findings: readonly Finding[]): Pair[] {
  return pairsIn(findings, ONLY_UNASSESSED);
}

/** The pairs that findings of these codes are about; each once. */
export function pairsIn(findings: readonly Finding[], codes: readonly FindingCode[]): Pair[] {
  const pairs = findings.flatMap((finding): Pair[] =>
    codes.includes(finding.code) && 'peerId' in finding
      ? [pairOf(finding.youngPersonId, finding.peerId)]
      : [],
  );
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}

/** How a pair is named in a link, and in the names of its fields. */
export function fieldOf(pair: Pair): string {
  return pair.join('_');
}

export function pairOf(one: string, other: string): Pair {
  return one < other ? [one, other] : [other, one];
}

function weighed(
  proposals: readonly WaitingProposal[],
  pairsOf: (proposal: WaitingProposal) => Pair[],
): PairWorth[] {
  const worth = new Map<string, PairWorth>();
  for (const proposal of proposals) {
    for (const youngPersonIds of pairsOf(proposal)) {
      const key = youngPersonIds.join();
      const nights = (worth.get(key)?.nights ?? 0) + proposal.nights;
      worth.set(key, { youngPersonIds, nights });
    }
  }
  return [...worth].sort(mostNightsFirst).map(([, each]) => each);
}

function pairsOfBestDate(starts: WaitingProposal['starts'], codes: readonly FindingCode[]): Pair[] {
  if (starts.some(({ findings }) => !findings.some(standsInTheWay))) return [];
  const [best] = starts
    .filter(({ findings }) => findings.filter(standsInTheWay).every(({ code }) => codes.includes(code)))
    .map(({ arrivesOn, findings }) => ({ arrivesOn, pairs: pairsIn(findings, codes) }))
    .sort((a, b) => a.pairs.length - b.pairs.length || (a.arrivesOn < b.arrivesOn ? -1 : 1));
  return best?.pairs ?? [];
}

function standsInTheWay({ level }: Finding): boolean {
  return level === 'refuse' || level === 'authorise';
}

function mostNightsFirst([aKey, a]: [string, PairWorth], [bKey, b]: [string, PairWorth]): number {
  return b.nights - a.nights || (aKey < bKey ? -1 : 1);
}
