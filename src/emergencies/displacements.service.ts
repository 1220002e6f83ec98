import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween } from '../domain/calendar-date';
import type { EmergencyWay } from '../domain/emergency-way';
import { countNights } from '../domain/nights';
import type { Person } from '../platform/actor';
import { GivingWay, type MovedOver } from '../stays/giving-way.service';
import { Displacement } from './displacement.entity';
import type { EmergencyClaim } from './emergency-claim.entity';

/** What becomes of the planned stays whose beds an emergency takes: all of it, or none, with the claim. */
@Injectable()
export class Displacements {
  constructor(private readonly giving: GivingWay) {}

  async makeWay(tx: EntityManager, way: EmergencyWay, by: Person): Promise<void> {
    const ids = way.displaced.map(({ id }) => id);
    await this.giving.displace(tx, ids, 'An emergency took the bed.', by);
    await this.giving.standAside(tx, movedOver(way));
  }

  async moveOver(tx: EntityManager, way: EmergencyWay, by: Person): Promise<void> {
    await this.giving.moveOver(tx, movedOver(way), 'To make room for an emergency.', by);
  }

  /** Kept for ever: who decided, who approved, why, and how much notice the family had. */
  async keep(tx: EntityManager, claim: EmergencyClaim, way: EmergencyWay): Promise<Displacement[]> {
    const rows = way.displaced.map(({ id: stayId, youngPersonId, nights }) =>
      tx.create(Displacement, {
        claimId: claim.id,
        stayId,
        youngPersonId,
        nights: countNights(nights),
        noticeNights: Math.max(0, daysBetween(claim.night, nights.from)),
        decidedAt: claim.claimedAt,
        decidedByName: claim.claimedByName,
        approvedByName: claim.approvedByName,
        reason: claim.reason,
        requestId: null,
        datesOffered: [],
      }),
    );
    return tx.save(Displacement, rows);
  }
}

function movedOver({ moved, redated }: EmergencyWay): MovedOver[] {
  return [
    ...moved.map(({ stayId }) => ({ stayId })),
    ...redated.map(({ stayId, nights }) => ({ stayId, nights })),
  ];
}
