import { unassessedPairs, type Pair } from '../domain/assessments-worth';
import { inTheWayOf, sortDates, type DateGroup } from '../domain/date-groups';
import type { DateOffer } from '../domain/date-search';
import { explain } from '../domain/explain';
import { findingTitle } from '../domain/finding-titles';
import type { Finding } from '../domain/findings';
import { sayTogether } from '../domain/say-ask';
import { sayDays } from '../domain/say-dates';
import { peersOf, sayPeers } from '../platform/finding-card.view';

/** Few enough to choose from; the rest are a click away. */
const MOST_SHOWN = 8;

export interface DateChoice {
  readonly value: string;
  readonly text: string;
  readonly hint?: { readonly text: string };
}

interface FailingDates {
  readonly title: string;
  readonly count: string;
  /** What would make it a yes, each once. */
  readonly remedies: readonly string[];
  readonly dates: readonly FailingDate[];
  readonly lacksOnlyAssessments: boolean;
  readonly toAssess: readonly { readonly text: string; readonly href: string }[];
}

interface FailingDate {
  readonly value: string;
  readonly text: string;
  readonly why: readonly string[];
}

export interface DatesView {
  readonly works: readonly DateChoice[];
  readonly more: readonly DateChoice[];
  readonly fails: readonly FailingDates[];
  readonly workCount: number;
  readonly failCount: number;
}

export interface DatesReading {
  readonly today: string;
  /** Of the family's own young people. */
  readonly names: ReadonlyMap<string, string>;
  readonly howMany: number;
  /** Unit staff read whose stay is in the way, and judge who lacks a judgement. */
  readonly knowsPeers?: boolean;
}

/** In the words for whoever asks: unless the reader knows peers, nothing in it is of anybody outside the family. */
export function datesView(offers: readonly DateOffer[], reading: DatesReading): DatesView {
  const { works, fails } = sortDates(offers);
  const choices = works.map((offer) => choiceOf(offer, reading));
  return {
    works: choices.slice(0, MOST_SHOWN),
    more: choices.slice(MOST_SHOWN),
    fails: fails.map((group) => failing(group, reading)),
    workCount: works.length,
    failCount: offers.length - works.length,
  };
}

export function sayOffer({ arrivesOn, departsOn }: Omit<DateOffer, 'findings' | 'placeable'>, today: string) {
  return sayDays(arrivesOn, departsOn, today);
}

export function choiceOf(offer: DateOffer, { today }: Pick<DatesReading, 'today'>): DateChoice {
  const titles = [...new Set(offer.findings.map(({ code }) => findingTitle(code)))];
  return {
    value: offer.arrivesOn,
    text: sayOffer(offer, today),
    ...(titles.length > 0 ? { hint: { text: titles.join(', ') } } : {}),
  };
}

function failing(group: DateGroup, reading: DatesReading): FailingDates {
  const { offers, codes, lacksOnlyAssessments } = group;
  const standing = offers.flatMap(inTheWayOf);
  return {
    title: codes.map(findingTitle).join(', '),
    count: offers.length === 1 ? '1 date' : `${offers.length} dates`,
    remedies: once(standing.map((finding) => explain(finding).remedy)),
    dates: offers.map((offer) => ({
      value: offer.arrivesOn,
      text: sayOffer(offer, reading.today),
      why: sayAllWhy(inTheWayOf(offer), reading),
    })),
    lacksOnlyAssessments,
    toAssess: reading.knowsPeers ? unassessedPairs(standing).map((pair) => assessing(pair, reading)) : [],
  };
}

function assessing([one, other]: Pair, { names }: DatesReading) {
  return {
    text: `Assess ${names.get(one) ?? ''} and ${names.get(other) ?? ''}`,
    href: `/young-people/${one}/assessments/new?with=${other}`,
  };
}

/** Each reason once, after the names of those it is about where not everybody asked for is alone. */
export function sayAllWhy(findings: readonly Finding[], reading: DatesReading): string[] {
  const about = new Map<string, string[]>();
  for (const finding of findings) {
    const said = sayWhy(finding, reading);
    about.set(said, [...(about.get(said) ?? []), reading.names.get(finding.youngPersonId) ?? '']);
  }
  return [...about].map(([said, names]) =>
    reading.howMany > 1 ? `${sayTogether(once(names))}: ${said}` : said,
  );
}

function sayWhy(finding: Finding, { names, knowsPeers = false }: DatesReading): string {
  const { message } = explain(finding);
  const peers = knowsPeers ? peersOf(finding).flatMap((id) => names.get(id) ?? []) : [];
  return peers.length > 0 ? `${message} ${sayPeers(finding, peers)}` : message;
}

function once(words: readonly string[]): string[] {
  return [...new Set(words)];
}
