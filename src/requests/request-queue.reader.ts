import { Injectable } from '@nestjs/common';
import { UNANSWERED, type RequestStatus } from '../domain/request';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { REQUESTS, STATES, type RequestOnFile } from './request.reader';

/** What a manager still has to do with, and what they have done. */
export const QUEUES = ['open', 'offered', 'waiting', 'answered'] as const;
export type Queue = (typeof QUEUES)[number];

const STATUSES: Readonly<Record<Queue, readonly RequestStatus[]>> = {
  open: ['open'],
  offered: ['offered'],
  waiting: ['waiting'],
  answered: ['placed', 'declined', 'withdrawn'],
};

/** Of a series only the first still in this state: the rest are decided with it. */
const FIRST_OF_SERIES = `
  NOT EXISTS (SELECT FROM requests AS earlier WHERE earlier.series_id = requests.series_id
    AND earlier.status = requests.status AND (earlier.earliest, earlier.id) < (requests.earliest, requests.id))`;

const QUEUED = `
  WHERE unit_id = $2 AND state.status = ANY ($3) AND (requests.status = ANY ($3) OR requests.status = 'offered')
    AND ${FIRST_OF_SERIES}
  ORDER BY displaced_before DESC, array_position(ARRAY['urgent', 'soon', 'routine'], urgency), requested_at, requests.id
  OFFSET $4 LIMIT $5`;

const ANSWERED = `
  WHERE unit_id = $2 AND state.status = ANY ($3) AND ${FIRST_OF_SERIES}
  ORDER BY coalesce(answered_at, requested_at) DESC, requests.id OFFSET $4 LIMIT $5`;

const COUNTS = `
  SELECT state.status, count(*)::int AS count ${STATES}
  WHERE unit_id = $2 AND requests.status = ANY ($3) AND ${FIRST_OF_SERIES} GROUP BY state.status`;

/** The requests of a unit in the order they are to be decided: urgent first, of equals who asked first. */
@Injectable()
export class RequestQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(
    unitId: string,
    queue: Queue,
    page: { readonly skip: number; readonly take: number },
  ): Promise<RequestOnFile[]> {
    const matching = queue === 'answered' ? ANSWERED : QUEUED;
    return this.database.rows<RequestOnFile>(`${REQUESTS} ${matching}`, [
      this.clock.now(),
      unitId,
      STATUSES[queue],
      page.skip,
      page.take,
    ]);
  }

  async counts(unitId: string): Promise<ReadonlyMap<string, number>> {
    const asked = [this.clock.now(), unitId, UNANSWERED];
    const rows = await this.database.rows<{ status: string; count: number }>(COUNTS, asked);
    return new Map(rows.map(({ status, count }) => [status, count]));
  }
}
