import type { AskedStay, Company } from '../asked-stay';
import type { CalendarDate } from '../calendar-date';
import type { Assessment } from '../diary';
import type { Finding } from '../findings';

/** What there is to say about each young person asked for with each of those they would meet. */
export function eachPair(
  asked: readonly AskedStay[],
  find: (youngPersonId: string, company: Company) => Finding[],
): Finding[] {
  const findings: Finding[] = [];
  for (const { stay, company } of asked)
    for (const peer of company) findings.push(...find(stay.youngPersonId, peer));
  return findings;
}

/** The nights on which a judgement holds: its review day is the last. */
export function nightsItHolds(nights: readonly CalendarDate[], { reviewOn }: Assessment): CalendarDate[] {
  return nights.filter((on) => on <= reviewOn);
}
