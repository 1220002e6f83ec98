import type { CalendarDate } from './calendar-date';
import type { RequestStatus } from './request';
import { sayDate } from './say-dates';

export const REQUEST_ACTIONS = [
  'offer',
  'placement',
  'waiting',
  'decline',
  'acceptance',
  'refusal-of-offer',
  'withdrawal',
  'choice',
] as const;
export type RequestActionName = (typeof REQUEST_ACTIONS)[number];

/** What may be done with a request now, and why the rest may not; the same for pages, programs and the service. */
export interface RequestAction {
  readonly name: RequestActionName;
  readonly allowed: boolean;
  readonly why?: string;
}

export interface AskedFor {
  readonly status: RequestStatus;
  readonly latest: CalendarDate;
  /** It lost a bed to an emergency: the family chooses among the dates that work. */
  readonly displacedBefore?: boolean;
}

/** What this person's role allows. */
export interface Rights {
  readonly mayAnswer: boolean;
  readonly mayAsk: boolean;
}

const FROM: Readonly<Record<RequestActionName, readonly RequestStatus[]>> = {
  offer: ['open', 'waiting'],
  placement: ['open', 'waiting', 'offered'],
  waiting: ['open', 'offered'],
  decline: ['open', 'waiting', 'offered'],
  acceptance: ['offered'],
  'refusal-of-offer': ['offered'],
  withdrawal: ['open', 'waiting', 'offered'],
  choice: ['open', 'waiting', 'offered'],
};

const ANSWERS: readonly RequestActionName[] = ['offer', 'placement', 'waiting', 'decline'];

/** Needs a day of arrival that is still to come. */
const NEEDS_A_DAY: readonly RequestActionName[] = ['offer', 'placement', 'choice'];

const SAID: Readonly<Record<RequestStatus, string>> = {
  open: 'The request is open: no offer was made, or it ran out.',
  waiting: 'The request is waiting: no offer was made, or it ran out.',
  offered: 'The request is offered already: wait for the answer, or place it.',
  placed: 'The request is placed: change or cancel its stays instead.',
  declined: 'The request is declined.',
  withdrawn: 'The request is withdrawn.',
};

export function requestActions(request: AskedFor, today: CalendarDate, rights: Rights): RequestAction[] {
  return REQUEST_ACTIONS.map((name) => {
    const why = whyNotYou(name, rights) ?? whyNot(name, request, today);
    return why === undefined ? { name, allowed: true } : { name, allowed: false, why };
  });
}

/** `undefined` when the action may be taken by somebody whose role allows it. */
export function whyNot(
  name: RequestActionName,
  { status, latest, displacedBefore = false }: AskedFor,
  today: CalendarDate,
): string | undefined {
  if (!FROM[name].includes(status))
    return name === 'waiting' && status === 'waiting' ? 'The request is waiting already.' : SAID[status];
  if (name === 'choice' && !displacedBefore)
    return 'Dates are chosen where a bed was lost to an emergency. This request is the manager’s to answer.';
  if (NEEDS_A_DAY.includes(name) && status !== 'offered' && latest < today)
    return `The last day of arrival asked for, ${sayDate(latest)}, is over. Decline it, or ask anew.`;
  return undefined;
}

function whyNotYou(name: RequestActionName, { mayAnswer, mayAsk }: Rights): string | undefined {
  if (ANSWERS.includes(name)) return mayAnswer ? undefined : 'Your role may not answer requests.';
  return mayAsk ? undefined : 'Your role may not ask for breaks.';
}
