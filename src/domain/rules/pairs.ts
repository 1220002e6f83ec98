import type { AskedStay } from '../asked-stay';
import type { CalendarDate } from '../calendar-date';
import { companyOf, type Company } from '../company';
import type { Assessment } from '../diary';
import type { DiaryByNight } from '../diary-by-night';
import type { Finding } from '../findings';

/** What there is to say about each young person asked for with each of those they would meet. */
export function eachPair(
  asked: readonly AskedStay[],
  diary: DiaryByNight,
  find: (youngPersonId: string, company: Company) => Finding[],
): Finding[] {
  const findings: Finding[] = [];
  for (const each of asked)
    for (const peer of companyOf(each, diary)) findings.push(...find(each.stay.youngPersonId, peer));
  return findings;
}

/** The nights on which a judgement holds: its review day is the last. */
export function nightsItHolds(nights: readonly CalendarDate[], { reviewOn }: Assessment): CalendarDate[] {
  return nights.filter((on) => on <= reviewOn);
}
