import { requestActions, type RequestActionName } from '../domain/request-actions';
import { REQUEST_WORDS, URGENCY_WORDS } from '../domain/request-words';
import { sayTogether } from '../domain/say-ask';
import { sayDays } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import { STATUS_WORDS } from '../domain/stay-words';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { datesView } from './asked-dates.view';
import { decideView } from './decide.view';
import { errorsAtDate, lostBreakView } from './lost-break.view';
import { offerLine } from './offer-lines.view';
import { FORM_ACTIONS, FORM_WORDS } from './request-action-words';
import { requestFacts } from './request-facts.view';
import type { RequestPageFile } from './request-page-files.service';
import { sayStanding } from './request-sentence.view';

export interface RequestReading {
  readonly by: Person;
  readonly today: string;
  readonly key: string;
  readonly sent: SentForm;
  readonly notice: string | undefined;
  readonly errors: readonly FieldError[];
}

export function requestPageView(file: RequestPageFile, reading: RequestReading) {
  const { request, people, unit, names } = file;
  const { by, today, sent } = reading;
  const rights = { mayAnswer: may(by.role, 'answer requests'), mayAsk: may(by.role, 'ask for breaks') };
  const actions = requestActions(request, today, rights);
  const allowed = (name: RequestActionName) => actions.some((each) => each.name === name && each.allowed);
  const mayKnow = may(by.role, 'know who stays');
  const decide = allowed('offer') ? decideView(file, { today, sent }) : undefined;
  const isWorker = by.role === 'worker';
  const mayChoose = allowed('choice') && isWorker;
  const isUndecided = request.status === 'open' || request.status === 'waiting';
  return {
    ...requestHead(file, by),
    notice: reading.notice,
    errors: mayChoose ? errorsAtDate(reading.errors, sent) : reading.errors,
    key: reading.key,
    standing:
      rights.mayAnswer && isUndecided
        ? 'No date works as asked. Read why below, keep it on the waiting list, or decline it.'
        : sayStanding(request, today),
    next: NEXT[request.status],
    isWorker,
    lost: lostBreakView(file, { today, sent, isWorker, mayChoose }),
    replacedHref: request.replacedById ? `/requests/${request.replacedById}` : undefined,
    facts: requestFacts(file, today),
    seriesHref: request.seriesId ? `/request-series/${request.seriesId}` : undefined,
    decide,
    offer: request.offer && {
      text: sayDays(request.offer.arrivesOn, request.offer.departsOn, today),
      until: sayMoment(new Date(request.offer.expiresAt)),
      mayAccept: allowed('acceptance'),
      mayPlace: allowed('placement') && !isWorker,
      leftOut: sayTogether(request.offer.leftOut.map((id) => names.get(id) ?? '')),
    },
    dates: isUndecided
      ? datesView(file.dates, { today, names, howMany: people.length, knowsPeers: mayKnow })
      : undefined,
    canAskForAssessments: isUndecided && rights.mayAsk && !rights.mayAnswer,
    links: FORM_ACTIONS.filter((name) => allowed(name) && isAnswer(name) === rights.mayAnswer).map(
      (name) => ({
        text: FORM_WORDS[name].title,
        href: hrefOf(request.id, name),
        isWarning: FORM_WORDS[name].isWarning ?? false,
      }),
    ),
    stays: file.stays.map(({ id, youngPersonId, arrivesOn, departsOn, status }) => ({
      text: `${names.get(youngPersonId) ?? ''}, ${sayDays(arrivesOn, departsOn, today)}`,
      href: may(by.role, 'look at stays') ? `/stays/${id}` : undefined,
      status: STATUS_WORDS[status],
    })),
    history: file.history.map((offer) => offerLine(offer, { today, names, mayKnow })),
    unit,
  };
}

/** What the page of the request and those of its forms begin with. */
export function requestHead({ request, people }: RequestPageFile, by: Person) {
  const who = sayTogether(people.map(({ givenName, familyName }) => `${givenName} ${familyName}`));
  return {
    title: who,
    caption: 'Request for a break',
    requestId: request.id,
    version: request.version,
    status: REQUEST_WORDS[request.status],
    urgency: request.urgency === 'routine' ? undefined : URGENCY_WORDS[request.urgency],
    back: {
      text: by.role === 'worker' ? 'Back to requests' : 'Back to the queue',
      href: by.role === 'worker' ? '/requests' : `/requests?unit=${request.unitId}`,
    },
  };
}

/** To a worker: what happens next. */
const NEXT: Readonly<Record<string, string>> = {
  open: 'The manager places it, offers you dates, keeps it on the waiting list, or declines it and says why. The answer is shown here and under Requests.',
  offered: 'Accept, and the stays are booked. Give it back, and the beds are free for others at once.',
  waiting: 'An offer is shown here and under Requests, with the time by which to answer.',
  placed: 'Tell the family. If plans change, tell the unit as early as you can: others are waiting.',
  declined: 'Ask again with other dates, or talk to the unit’s manager.',
  withdrawn: 'Ask anew when the family needs it.',
};

function hrefOf(id: string, name: (typeof FORM_ACTIONS)[number]): string {
  return `/requests/${id}/${isAnswer(name) ? 'answer' : 'reply'}/${name}`;
}

/** Of the manager; the others are the worker's replies. */
function isAnswer(name: (typeof FORM_ACTIONS)[number]): boolean {
  return name === 'waiting' || name === 'decline';
}
