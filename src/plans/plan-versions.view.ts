import { isCalendarDate } from '../domain/calendar-date';
import { NIGHTS_PER_WORDS } from '../domain/plan-words';
import { sayMoment } from '../domain/say-moment';
import { sayNightCount } from '../domain/say-numbers';
import { NIGHTS_PER } from '../domain/short-break-plan';
import { sayPlanDays } from './plan-card.view';
import type { PlanVersion } from './short-break-plan-records.service';

/** The latest first, each with what people ask about: dates and nights. */
export function versionLines(versions: readonly PlanVersion[], today: string) {
  return versions
    .map(({ terms, writtenAt, writtenByName }, index) => ({
      what: `Version ${index + 1}`,
      whoAndWhen: `${writtenByName}, ${sayMoment(new Date(writtenAt))}`,
      why: [datesIn(terms, today), nightsIn(terms), whyIn(terms)].filter(Boolean).join('. '),
    }))
    .reverse();
}

function datesIn({ startsOn, endsOn }: PlanVersion['terms'], today: string): string {
  return isCalendarDate(startsOn) && isCalendarDate(endsOn) ? sayPlanDays(startsOn, endsOn, today) : '';
}

function nightsIn({ nightsAgreed, nightsPer }: PlanVersion['terms']): string {
  const per = NIGHTS_PER.find((each) => each === nightsPer);
  return typeof nightsAgreed === 'number' && per
    ? `${sayNightCount(nightsAgreed)} ${NIGHTS_PER_WORDS[per]}`
    : '';
}

function whyIn({ why }: PlanVersion['terms']): string {
  return typeof why === 'string' ? `Shortened: ${why}` : '';
}
