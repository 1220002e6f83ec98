import type { DateOffer } from './date-search';
import type { Finding, FindingCode } from './findings';

/** Dates that fail for the same reasons. */
export interface DateGroup {
  readonly codes: readonly FindingCode[];
  readonly offers: readonly DateOffer[];
  /** A manager may allow them all the same: nothing is refused. */
  readonly isForAManager: boolean;
  readonly lacksOnlyAssessments: boolean;
}

/** What a date search found, sorted for reading. */
export interface SortedDates {
  /** Best first. */
  readonly works: readonly DateOffer[];
  /** Those nearest to a yes first: a manager's word, then assessments, then the fewest reasons. */
  readonly fails: readonly DateGroup[];
}

export function sortDates(offers: readonly DateOffer[]): SortedDates {
  const groups = new Map<string, DateOffer[]>();
  for (const offer of offers.filter(({ placeable }) => !placeable)) {
    const key = codesOf(offer).join();
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  const fails = [...groups.values()].map(groupOf);
  return {
    works: offers.filter(({ placeable }) => placeable),
    fails: fails.sort((a, b) => farFromYes(a) - farFromYes(b) || b.offers.length - a.offers.length),
  };
}

/** The findings of a date that whoever asks cannot deal with alone. */
export function inTheWayOf({ findings }: DateOffer): Finding[] {
  return findings.filter(({ level }) => level === 'refuse' || level === 'authorise');
}

function groupOf(offers: readonly DateOffer[]): DateGroup {
  const [first] = offers;
  const standing = first ? inTheWayOf(first) : [];
  return {
    codes: first ? codesOf(first) : [],
    offers: [...offers].sort((a, b) => (a.arrivesOn < b.arrivesOn ? -1 : 1)),
    isForAManager: standing.every(({ level }) => level === 'authorise'),
    lacksOnlyAssessments: standing.every(({ code }) => code === 'not-assessed'),
  };
}

function codesOf(offer: DateOffer): FindingCode[] {
  return [...new Set(inTheWayOf(offer).map(({ code }) => code))].sort();
}

function farFromYes({ isForAManager, lacksOnlyAssessments, codes }: DateGroup): number {
  if (isForAManager) return 0;
  return lacksOnlyAssessments ? 1 : 1 + codes.length;
}
