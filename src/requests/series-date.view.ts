import { explain } from '../domain/explain';
import { findingTitle } from '../domain/finding-titles';
import type { Finding } from '../domain/findings';
import { sayDays } from '../domain/say-dates';
import { sayAllWhy, type DatesReading } from './asked-dates.view';
import type { SeriesDate } from './request-series.service';

/** A date of a series: works, or why not and what would make it a yes. */
export function seriesDate({ nights, placeable, findings }: SeriesDate, reading: DatesReading) {
  const standing = findings.filter(isInTheWay);
  return {
    text: sayDays(nights.from, nights.to, reading.today),
    status: placeable
      ? ({ text: 'Works', tone: 'good' } as const)
      : ({ text: 'Doesn’t work', tone: 'bad' } as const),
    notes: placeable ? once(findings.map(({ code }) => findingTitle(code))).join(', ') : undefined,
    why: sayAllWhy(standing, reading),
    remedies: once(standing.map((finding) => explain(finding).remedy)),
  };
}

function isInTheWay({ level }: Finding): boolean {
  return level === 'refuse' || level === 'authorise';
}

function once(words: readonly string[]): string[] {
  return [...new Set(words)];
}
