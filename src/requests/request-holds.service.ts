import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import type { EndedBy } from '../domain/ledger';
import { londonDate } from '../domain/london';
import type { Actor, Person } from '../platform/actor';
import { Database } from '../platform/database';
import type { GivenDto } from '../platform/given.dto';
import { Refused } from '../platform/problem';
import { Placements } from '../stays/placements.service';
import { StayChanges } from '../stays/stay-changes.service';
import type { Stay } from '../stays/stay.entity';
import type { RequestOnFile } from './request.reader';

const LINK = `
  INSERT INTO request_stays (stay_id, request_id, offer_id) SELECT unnest($1::uuid[]), $2, $3`;

const HELD = `
  SELECT stays.id FROM stays JOIN request_stays ON stay_id = stays.id
  WHERE offer_id = $1 AND status = 'held' ORDER BY stays.id`;

export interface Placing {
  readonly arrivesOn: string;
  readonly leaveOut?: readonly string[];
  readonly given?: GivenDto;
  /** Only hold the beds: for so many hours, or for as long as the unit usually does. */
  readonly hold?: { readonly hours?: number | undefined };
}

/** The beds of requests: taken all or none, confirmed, given back. Always under the unit's lock. */
@Injectable()
export class RequestHolds {
  constructor(
    private readonly placements: Placements,
    private readonly changes: StayChanges,
    private readonly database: Database,
  ) {}

  /** @throws Refused with findings, and the dates they are about. */
  async place(request: RequestOnFile, placing: Placing, by: Actor): Promise<Stay[]> {
    const { arrivesOn, leaveOut = [], given = {}, hold } = placing;
    const dates = { arrivesOn, departsOn: addDays(arrivesOn, request.nights) };
    const staying = request.youngPersonIds.filter((id) => !leaveOut.includes(id));
    try {
      const placed = await this.placements.place(
        {
          unitId: request.unitId,
          kind: 'planned',
          stays: staying.map((youngPersonId) => ({ youngPersonId, ...dates, wishes: [...request.wishes] })),
          acknowledged: given.acknowledged ?? [],
          authorisations: given.authorisations ?? [],
          requestedOn: londonDate(request.requestedAt),
          leftOut: leaveOut,
          ...(hold ? { hold: true } : {}),
          ...(hold?.hours === undefined ? {} : { holdHours: hold.hours }),
        },
        by,
      );
      return placed.map(({ stay }) => stay);
    } catch (error) {
      if (error instanceof Refused) throw new Refused(error.detail, error.findings, dates);
      throw error;
    }
  }

  async link(stays: readonly Stay[], requestId: string, offerId: string | null): Promise<void> {
    await this.database.rows(LINK, [stays.map(({ id }) => id), requestId, offerId]);
  }

  /** All or none: judged again, for judgements may have changed since. @throws Refused with findings. */
  async confirm(offerId: string, given: GivenDto, by: Person): Promise<void> {
    for (const id of await this.heldBy(offerId)) await this.changes.confirm(id, given, { by });
  }

  async giveBack(offerId: string, endedBy: EndedBy, reason: string, by: Actor): Promise<void> {
    for (const id of await this.heldBy(offerId))
      await this.changes.cancel(id, { by: endedBy, reason }, { by });
  }

  private async heldBy(offerId: string): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(HELD, [offerId])).map(({ id }) => id);
  }
}
