import type { CalendarDate } from '../domain/calendar-date';
import type { DateOffer } from '../domain/date-search';
import type { PromisedDate } from '../domain/lost-break';
import { requestActions, type RequestAction } from '../domain/request-actions';
import { sayRank } from '../domain/waiting-list';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { sayFindings, type SaidFinding } from '../platform/said-finding';
import type { LostBreak, OpenOffer, RequestOnFile } from './request.reader';

/** Nothing in it is of anybody outside the family: a CAS worker may read all of it. */
export interface RequestView {
  readonly id: string;
  readonly status: string;
  readonly unitId: string;
  readonly familyId: string;
  readonly seriesId: string | null;
  readonly youngPersonIds: readonly string[];
  readonly nights: number;
  readonly earliest: string;
  readonly latest: string;
  readonly weekdays: readonly number[];
  readonly reason: string;
  readonly urgency: string;
  readonly wishes: readonly string[];
  readonly mayLeaveOut: readonly string[];
  readonly requestedAt: string;
  readonly requestedByName: string;
  /** Lost a bed to an emergency: first in the queue. */
  readonly displacedBefore: boolean;
  readonly lost: LostBreak | null;
  /** The request for its nights anew, where its stays were lost to an emergency. */
  readonly replacedById: string | null;
  readonly offer: OfferView | null;
  readonly stayIds: readonly string[];
  readonly waiting: { readonly since: string; readonly words: string | null } | null;
  readonly decline: { readonly reason: string; readonly words: string | null } | null;
  readonly version: number;
  readonly actions: readonly RequestAction[];
}

interface OfferView {
  readonly id: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly expiresAt: string;
  /** Who does not stay; unless the request allows it, accepting says so too. */
  readonly leftOut: readonly string[];
  readonly byWaitingList: boolean;
  /** For unit staff: why the waiting list offered it to this request. */
  readonly why?: string;
}

export interface DateView {
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly placeable: boolean;
  readonly findings: readonly SaidFinding[];
}

export interface PromisedDateView extends DateView {
  /** It was among those offered when the bed was lost. */
  readonly wasOffered: boolean;
}

export function requestView(request: RequestOnFile, today: CalendarDate, reader: Person): RequestView {
  const { offer, waitingSince, answerCode, answerWords, requestedAt } = request;
  const rights = {
    mayAnswer: may(reader.role, 'answer requests'),
    mayAsk: may(reader.role, 'ask for breaks'),
  };
  return {
    id: request.id,
    status: request.status,
    unitId: request.unitId,
    familyId: request.familyId,
    seriesId: request.seriesId,
    youngPersonIds: request.youngPersonIds,
    nights: request.nights,
    earliest: request.earliest,
    latest: request.latest,
    weekdays: request.weekdays,
    reason: request.reason,
    urgency: request.urgency,
    wishes: request.wishes,
    mayLeaveOut: request.mayLeaveOut,
    requestedAt: requestedAt.toISOString(),
    requestedByName: request.requestedByName,
    displacedBefore: request.displacedBefore,
    lost: request.lost,
    replacedById: request.replacedById,
    offer: offer && offerView(offer, may(reader.role, 'know who stays')),
    stayIds: request.stayIds,
    waiting:
      request.status === 'waiting' && waitingSince
        ? { since: waitingSince.toISOString(), words: answerWords }
        : null,
    decline: answerCode && { reason: answerCode, words: answerWords },
    version: request.version,
    actions: requestActions(request, today, rights),
  };
}

export function dateView({ findings, ...offer }: DateOffer, reader: Person): DateView {
  return { ...offer, findings: sayFindings(findings, reader) };
}

export function promisedDateView({ wasOffered, ...date }: PromisedDate, reader: Person): PromisedDateView {
  return { ...dateView(date, reader), wasOffered };
}

function offerView(offer: OpenOffer, mayKnow: boolean): OfferView {
  const { id, arrivesOn, departsOn, expiresAt, leftOut, byWaitingList, why } = offer;
  return {
    ...{ id, arrivesOn, departsOn, leftOut, byWaitingList },
    expiresAt: new Date(expiresAt).toISOString(),
    ...(mayKnow && why ? { why: sayRank(why) } : {}),
  };
}
