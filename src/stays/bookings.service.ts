import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Diary } from '../domain/diary';
import { londonDate } from '../domain/london';
import type { Placement } from '../domain/placement';
import { planIdFor } from '../domain/short-break-plan';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { bedUsesOf, lodgingsOf, placeStays } from './bed-uses';
import { keepAuthorisations, type Authoriser } from './given';
import { HoldTimes } from './hold-times';
import type { NewStaysDto, ProposedStayDto } from './stay.dto';
import type { Stay } from './stay.entity';
import type { LodgedStay } from './stay.view';

export type { LodgedStay };

/** What only a request or an emergency claim may say of the stays it leads to. */
export interface Booking extends NewStaysDto {
  readonly holdHours?: number;
  readonly requestedOn?: string;
  /** Who was asked for together with them, and is left out. */
  readonly leftOut?: readonly string[];
  readonly authorisedBy?: Authoriser;
}

/** Writes stays that the rules have let through, with their beds, authorisations and audit entries: all or none. */
@Injectable()
export class Bookings {
  constructor(
    private readonly holdTimes: HoldTimes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async book(
    tx: EntityManager,
    asked: Booking,
    by: Actor,
    diary: Diary,
    { findings, rooms }: Placement,
  ): Promise<LodgedStay[]> {
    const now = this.clock.now();
    const groupId = asked.stays.length > 1 ? randomUUID() : null;
    const holdExpiresAt = asked.hold ? await this.holdTimes.expiry(asked.unitId, now, asked.holdHours) : null;
    const booked = asked.stays.map((each, index) => {
      const stay: Stay = {
        id: randomUUID(),
        unitId: asked.unitId,
        youngPersonId: each.youngPersonId,
        groupId,
        planId: planIdFor(each.youngPersonId, each.arrivesOn, diary.plans),
        kind: asked.kind,
        status: asked.hold ? 'held' : 'confirmed',
        solo: each.solo ?? false,
        arrivesOn: each.arrivesOn,
        departsOn: each.departsOn,
        requestedOn: asked.requestedOn ?? londonDate(now),
        holdExpiresAt,
        arrivedAt: null,
        departedAt: null,
        destination: null,
        summary: null,
        endedOn: null,
        endedBy: null,
        endedReason: null,
        acknowledged: asked.acknowledged ?? [],
        version: 1,
        createdAt: now,
        createdByName: by.name,
      };
      const lodgings = rooms[index]?.lodgings ?? [];
      const uses = bedUsesOf({ ...stay, nights: nightsOf(each), lodgings }, diary);
      return { stay, uses };
    });
    const stays = booked.map(({ stay }) => stay);
    const uses = booked.flatMap((each) => each.uses);
    const entries = this.audit.parameters(by, ...stays.map((stay) => booking(stay, asked)));
    await placeStays(tx, stays, uses, entries);
    await keepAuthorisations(
      tx,
      stays.map(({ id }) => id),
      findings,
      asked,
      asked.authorisedBy ?? by,
    );
    return booked.map(({ stay, uses }) => ({ stay, lodgings: lodgingsOf(uses) }));
  }
}

function booking(stay: Stay, { authorisations }: NewStaysDto) {
  const reason = authorisations?.map(({ code, reason: why }) => `${code}: ${why}`).join('; ');
  return {
    action: stay.status === 'held' ? 'stay.held' : 'stay.confirmed',
    unitId: stay.unitId,
    youngPersonId: stay.youngPersonId,
    subjectId: stay.id,
    after: stay,
    reason: reason ?? null,
  };
}

function nightsOf({ arrivesOn, departsOn }: Pick<ProposedStayDto, 'arrivesOn' | 'departsOn'>) {
  return { from: arrivesOn, to: departsOn };
}
