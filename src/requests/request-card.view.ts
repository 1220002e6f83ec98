import { ageOn } from '../domain/calendar-date';
import { sortDates } from '../domain/date-groups';
import { findingTitle } from '../domain/finding-titles';
import type { FindingCode } from '../domain/findings';
import { londonDate } from '../domain/london';
import { REQUEST_WORDS, URGENCY_WORDS } from '../domain/request-words';
import { sayAsk, sayTogether } from '../domain/say-ask';
import { sayDate, sayDays } from '../domain/say-dates';
import { sayCount, sayNightCount } from '../domain/say-numbers';
import type { PlanBalance } from '../domain/plan-balance';
import type { YoungPerson } from '../people/young-person.entity';
import { sayOffer } from './asked-dates.view';
import type { QueuedRequest } from './request-queue.service';
import { sayStanding } from './request-sentence.view';

export interface CardReading {
  readonly today: string;
  readonly mayAnswer: boolean;
}

/** A request as the manager reads it in the queue: who, what, why, what the checks say, and the answer a click away. */
export function requestCard(queued: QueuedRequest, { today, mayAnswer }: CardReading) {
  const { request, people, balances } = queued;
  const href = `/requests/${request.id}`;
  const isUndecided = request.status === 'open' || request.status === 'waiting';
  return {
    id: request.id,
    href,
    who: sayWho(people, today),
    urgency: URGENCY_WORDS[request.urgency],
    urgencyTone: URGENCY_TONES[request.urgency],
    displacedBefore: request.displacedBefore,
    status: REQUEST_WORDS[request.status],
    standing: sayStanding(request, today),
    ask: sayAsk(request, today),
    reason: request.reason,
    asked: `Asked by ${request.requestedByName} on ${sayDate(londonDate(request.requestedAt))}`,
    left: sayLeft(people, balances),
    version: request.version,
    mayAnswer,
    isUndecided,
    ...(queued.series ? seriesPart(queued.series) : isUndecided ? datesPart(queued, today, href) : {}),
  };
}

export function sayWho(people: readonly YoungPerson[], today: string): string {
  return sayTogether(
    people.map(
      ({ givenName, familyName, dateOfBirth }) => `${givenName} ${familyName} (${ageOn(dateOfBirth, today)})`,
    ),
  );
}

/** `Ana 21 of 30 nights left, Ben no agreed plan`. */
export function sayLeft(people: readonly YoungPerson[], balances: ReadonlyMap<string, PlanBalance>): string {
  const isAlone = people.length === 1;
  const parts = people.map(({ id, givenName }) => {
    const balance = balances.get(id);
    const left = balance ? sayBalance(balance) : 'no agreed plan';
    return isAlone ? left : `${givenName} ${left}`;
  });
  return parts.join(', ');
}

function sayBalance({ left, agreed, owed }: PlanBalance): string {
  const lost = owed > 0 ? `, ${sayNightCount(owed)} owed after an emergency` : '';
  return `${sayCount(left)} of ${sayNightCount(agreed)} left${lost}`;
}

const URGENCY_TONES = { routine: 'quiet', soon: 'careful', urgent: 'bad' } as const;

function datesPart({ offers, lookedUntil }: QueuedRequest, today: string, href: string) {
  const { works, fails } = sortDates(offers);
  const [best] = works;
  const [nearest] = fails.filter(({ isForAManager }) => isForAManager);
  const authorisable = nearest?.offers[0];
  const toRead = best?.findings.some(({ level }) => level === 'acknowledge') ?? false;
  const limit = lookedUntil ? ` Looked at arrivals until ${sayDate(lookedUntil)}.` : '';
  return {
    best: best && {
      arrivesOn: best.arrivesOn,
      text: sayOffer(best, today),
      toRead,
      notes: [...new Set(best.findings.map(({ code }) => findingTitle(code)))],
      href: `${href}?on=${best.arrivesOn}`,
    },
    others:
      works.length > 1 ? `${works.length - 1} more that ${works.length === 2 ? 'works' : 'work'}` : undefined,
    authorisable:
      best || !authorisable
        ? undefined
        : {
            text: sayOffer(authorisable, today),
            notes: nearest.codes.map(findingTitle),
            href: `${href}?on=${authorisable.arrivesOn}`,
          },
    noDate: best
      ? undefined
      : `${offers.length === 0 ? 'No day that suits is still to come.' : 'No date works.'}${limit}`,
    why: best ? [] : reasonsCounted(fails),
  };
}

/** Each reason with the dates it stands in the way of, the commonest first; a date may have several. */
export function reasonsCounted(fails: ReturnType<typeof sortDates>['fails']) {
  const dates = new Map<FindingCode, number>();
  for (const { codes, offers } of fails)
    for (const code of codes) dates.set(code, (dates.get(code) ?? 0) + offers.length);
  return [...dates]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => ({
      title: findingTitle(code),
      count: count === 1 ? '1 date' : `${count} dates`,
    }));
}

function seriesPart({ series, items }: NonNullable<QueuedRequest['series']>) {
  const open = items.filter(({ whyNot }) => whyNot === undefined);
  const work = open.filter(({ placeable }) => placeable);
  return {
    series: {
      id: series.id,
      href: `/request-series/${series.id}`,
      text: `${work.length} of ${open.length} dates work`,
      allWork: work.length === open.length,
      noneWork: work.length === 0,
      dates: sayDays(series.fromOn, series.untilOn, series.fromOn),
    },
  };
}
