import { Injectable } from '@nestjs/common';
import type { DeclineCode } from '../domain/decline-reasons';
import type { RequestStatus, Urgency } from '../domain/request';
import type { RankFacts } from '../domain/waiting-list';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

/** A request as it is at this moment, with the offer that is open. */
export interface RequestOnFile {
  readonly id: string;
  readonly unitId: string;
  readonly familyId: string;
  readonly seriesId: string | null;
  readonly youngPersonIds: readonly string[];
  readonly nights: number;
  /** The first and the last day of arrival that suit. */
  readonly earliest: string;
  readonly latest: string;
  readonly weekdays: readonly number[];
  readonly reason: string;
  readonly urgency: Urgency;
  readonly wishes: readonly string[];
  /** Whom the worker accepts to be left out. */
  readonly mayLeaveOut: readonly string[];
  readonly displacedBefore: boolean;
  readonly status: RequestStatus;
  readonly waitingSince: Date | null;
  readonly answerCode: DeclineCode | null;
  readonly answerWords: string | null;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly requestedAt: Date;
  readonly requestedById: string | null;
  readonly requestedByName: string;
  readonly version: number;
  readonly offer: OpenOffer | null;
  /** The break that was lost to an emergency, and with it what this request is for. */
  readonly lost: LostBreak | null;
  /** Its stays were lost to an emergency: the request for their nights anew. */
  readonly replacedById: string | null;
  /** Held by the open offer, or placed. */
  readonly stayIds: readonly string[];
}

export interface LostBreak {
  readonly arrivesOn: string;
  readonly departsOn: string;
  /** Days of arrival that worked when the bed was lost. */
  readonly datesOffered: readonly string[];
}

export interface OpenOffer {
  readonly id: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly leftOut: readonly string[];
  /** ISO instants. */
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly madeByName: string;
  readonly byWaitingList: boolean;
  readonly why: RankFacts | null;
}

export interface RequestFilter {
  readonly id?: string | undefined;
  readonly status?: RequestStatus | undefined;
  readonly unitId?: string | undefined;
  readonly familyIds?: readonly string[] | undefined;
  readonly seriesId?: string | undefined;
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  readonly limit?: number | undefined;
  /** Those whoever asks works for; absent means every one. */
  readonly ownUnits?: readonly string[] | undefined;
}

/**
 * `$1` now. An offer stands while every stay of it is held, or some are held and the rest confirmed; its request reads
 * as placed once its stays are confirmed, and as what it was before once any of them is lost.
 */
export const STATES = `
  FROM requests
  LEFT JOIN request_offers AS offer ON offer.request_id = requests.id AND offer.outcome = 'open'
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE stays.status = 'held' AND hold_expires_at > $1) AS held,
      count(*) FILTER (WHERE stays.status IN ('confirmed', 'in-residence', 'completed')) AS kept, count(*) AS made
    FROM request_stays JOIN stays ON stays.id = stay_id WHERE offer_id = offer.id) AS beds
  CROSS JOIN LATERAL (
    SELECT CASE WHEN requests.status <> 'offered' THEN requests.status
      WHEN held > 0 AND held + kept = made THEN 'offered'
      WHEN kept > 0 THEN 'placed'
      WHEN waiting_since IS NULL THEN 'open' ELSE 'waiting' END AS status) AS state`;

export const REQUESTS = `
  SELECT requests.id, unit_id AS "unitId", family_id AS "familyId", series_id AS "seriesId", nights, earliest, latest,
    weekdays, reason, urgency, wishes, requests.left_out_ids::text[] AS "mayLeaveOut",
    displaced_before AS "displacedBefore", waiting_since AS "waitingSince", answer_code AS "answerCode",
    answer_words AS "answerWords", answered_at AS "answeredAt", answered_by_name AS "answeredByName",
    requested_at AS "requestedAt", requested_by_id AS "requestedById", requested_by_name AS "requestedByName", version,
    state.status, requests.status AS "writtenStatus",
    ARRAY(SELECT young_person_id::text FROM request_young_people WHERE request_id = requests.id ORDER BY position)
      AS "youngPersonIds",
    CASE WHEN state.status = 'offered' THEN json_build_object('id', offer.id, 'arrivesOn', offer.arrives_on,
      'departsOn', offer.departs_on, 'leftOut', offer.left_out_ids, 'madeAt', offer.made_at,
      'expiresAt', offer.expires_at, 'madeByName', offer.made_by_name, 'byWaitingList', offer.by_waiting_list,
      'why', offer.why) END AS offer,
    (SELECT json_build_object('arrivesOn', min(arrives_on), 'departsOn', max(departs_on),
         'datesOffered', to_json(min(dates_offered)))
       FROM displacements JOIN stays AS lost ON lost.id = stay_id WHERE displacements.request_id = requests.id
       GROUP BY claim_id ORDER BY max(decided_at) DESC LIMIT 1) AS lost,
    (SELECT displacements.request_id FROM request_stays JOIN displacements USING (stay_id)
       WHERE request_stays.request_id = requests.id AND displacements.request_id <> requests.id
       ORDER BY decided_at DESC LIMIT 1) AS "replacedById",
    ARRAY(SELECT stay_id::text FROM request_stays LEFT JOIN request_offers AS made ON made.id = offer_id
          WHERE request_stays.request_id = requests.id AND (offer_id IS NULL OR made.outcome = 'accepted'
            OR made.outcome = 'open' AND state.status IN ('offered', 'placed')) ORDER BY stay_id) AS "stayIds"
  ${STATES}`;

const MATCHING = `
  WHERE ($2::uuid IS NULL OR requests.id = $2) AND ($3::text IS NULL OR state.status = $3)
    AND ($3 IS NULL OR requests.status IN ($3, 'offered')) AND ($4::uuid IS NULL OR unit_id = $4)
    AND ($5::uuid[] IS NULL OR family_id = ANY ($5)) AND ($6::uuid IS NULL OR series_id = $6)
    AND ($7::timestamptz IS NULL OR (requested_at, requests.id) > ($7, $8::uuid))
    AND ($10::uuid[] IS NULL OR unit_id = ANY ($10))
  ORDER BY requested_at, requests.id LIMIT $9`;

/** In the order they would be offered nights, but for the rank: `$2` unit, `$3` and `$4` the freed nights. */
const WAITING = `
  WHERE unit_id = $2 AND requests.status IN ('waiting', 'offered') AND state.status = 'waiting'
    AND earliest < $4 AND latest + nights > $3 ORDER BY requested_at, requests.id`;

/** Offers that came to something, or to nothing, without anybody having written it down yet. */
const SETTLED = `WHERE unit_id = $2 AND requests.status = 'offered' AND state.status <> 'offered'`;

/** Requests as they are at this moment; one statement sees one moment. */
@Injectable()
export class RequestReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async one(id: string): Promise<RequestOnFile> {
    const [request] = await this.list({ id, limit: 1 });
    if (!request) throw new NotThere('There is no such request.');
    return request;
  }

  /** Who asked first first. */
  async list({
    id,
    status,
    unitId,
    familyIds,
    seriesId,
    after,
    limit,
    ownUnits,
  }: RequestFilter): Promise<RequestOnFile[]> {
    const asked = [id, status, unitId, familyIds, seriesId, after?.key, after?.id, limit, ownUnits];
    return this.rows(MATCHING, ...asked.map((value) => value ?? null));
  }

  /** Those waiting whose stay could have one of these nights. */
  async waiting(unitId: string, from: string, to: string): Promise<RequestOnFile[]> {
    return this.rows(WAITING, unitId, from, to);
  }

  async settled(unitId: string): Promise<RequestOnFile[]> {
    return this.rows(SETTLED, unitId);
  }

  private rows(matching: string, ...parameters: readonly unknown[]): Promise<RequestOnFile[]> {
    return this.database.rows<RequestOnFile>(`${REQUESTS} ${matching}`, [this.clock.now(), ...parameters]);
  }
}
