import { sortDates } from '../domain/date-groups';
import { DATES_PROMISED, promisedDates, type PromisedDate } from '../domain/lost-break';
import { sayDays } from '../domain/say-dates';
import { sayCount } from '../domain/say-numbers';
import { givenIn } from '../platform/given-form';
import { givenView } from '../platform/given.view';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { choiceOf } from './asked-dates.view';
import { reasonsCounted } from './request-card.view';
import type { RequestPageFile } from './request-page-files.service';

interface Reading {
  readonly today: string;
  readonly sent: SentForm;
  readonly isWorker: boolean;
  readonly mayChoose: boolean;
}

const ACKNOWLEDGED = '/acknowledged-';

/** What was lost to an emergency, and the dates the family can have instead. */
export function lostBreakView(
  { request, dates }: Pick<RequestPageFile, 'request' | 'dates'>,
  { today, sent, isWorker, mayChoose }: Reading,
) {
  const { lost } = request;
  if (!lost || !['open', 'waiting', 'offered'].includes(request.status)) return undefined;
  const promised = promisedDates(dates, lost.datesOffered);
  const still = promised.filter(({ wasOffered }) => wasOffered).length;
  const gone = lost.datesOffered.length - still;
  return {
    title: `${isWorker ? 'Your' : 'Their'} break from ${sayDays(lost.arrivesOn, lost.departsOn, today)} was lost to an emergency`,
    said: sayHowMany(promised.length, request.offer !== null, mayChoose),
    gone: gone > 0 ? sayGone(gone) : undefined,
    why: promised.length < DATES_PROMISED ? whyNoMore(dates) : [],
    mayChoose,
    choices: promised.map((date) => ({
      ...choiceOf(date, { today }),
      confirmations: confirmationsOf(date, sent),
    })),
  };
}

/** An error of one date's box stands at the box of that date. */
export function errorsAtDate(errors: readonly FieldError[], sent: SentForm): FieldError[] {
  return errors.map(({ pointer, detail }) => ({
    pointer: pointer.startsWith(ACKNOWLEDGED) ? `${pointer}-${typed(sent, 'arrivesOn')}` : pointer,
    detail,
  }));
}

function confirmationsOf({ findings, arrivesOn }: PromisedDate, sent: SentForm) {
  const given = typed(sent, 'arrivesOn') === arrivesOn ? givenIn(sent) : givenIn({});
  return givenView(findings, given, false).confirmations.map((box) => ({
    ...box,
    name: `${box.name}-${arrivesOn}`,
  }));
}

function sayHowMany(count: number, isOffered: boolean, mayChoose: boolean): string {
  if (count === 0)
    return 'No other date works just now. The request is first in the queue: nights that become free are offered to it.';
  const these =
    count === 1 ? 'Only one other date works' : `${count === 2 ? 'Only two' : 'These'} dates work`;
  if (!mayChoose) return `${these}.`;
  const choose = count === 1 ? 'you can have it at once.' : 'choose one, and it is booked at once.';
  return isOffered
    ? `Besides what is offered below: ${these.toLowerCase()}: ${choose}`
    : `${these}: ${choose}`;
}

function sayGone(count: number): string {
  return count === 1
    ? 'One date that was offered does not work any more.'
    : `${sayCount(count)} dates that were offered do not work any more.`;
}

/** The commonest reasons first, of the days that suit. */
function whyNoMore(dates: RequestPageFile['dates']): string[] {
  return reasonsCounted(sortDates(dates).fails).map(({ title, count }) => `${title}: ${count}`);
}
