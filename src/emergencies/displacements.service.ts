import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween } from '../domain/calendar-date';
import type { EmergencyWay } from '../domain/emergency-way';
import { countNights } from '../domain/nights';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { DisplacedRequests, type LostTogether, type PutFirst } from '../requests/displaced-requests.service';
import { MovedOffers } from '../requests/moved-offers.service';
import { GivingWay } from '../stays/giving-way.service';
import { ClaimNotices } from './claim-notices.service';
import { Displacement } from './displacement.entity';
import type { EmergencyClaim } from './emergency-claim.entity';

const MAKES_ROOM = 'To make room for an emergency.';

/** What becomes of the planned stays whose beds an emergency takes: all of it, or none, with the claim. */
@Injectable()
export class Displacements {
  constructor(
    private readonly giving: GivingWay,
    private readonly requests: DisplacedRequests,
    private readonly offers: MovedOffers,
    private readonly notices: ClaimNotices,
    private readonly people: People,
  ) {}

  async makeWay(tx: EntityManager, unitId: string, way: EmergencyWay, by: Person): Promise<void> {
    if (way.displaced.length > 0) await this.requests.tidy(tx, unitId);
    const ids = way.displaced.map(({ id }) => id);
    await this.giving.displace(tx, ids, 'An emergency took the bed.', by);
    await this.giving.standAside(
      tx,
      [...way.moved, ...way.redated].map(({ stayId }) => stayId),
    );
  }

  async moveOver(tx: EntityManager, way: EmergencyWay, by: Person): Promise<void> {
    await this.giving.relodge(tx, way.moved, MAKES_ROOM, by);
    await this.giving.redate(tx, way.redated, MAKES_ROOM, by);
  }

  /**
   * Kept for ever: who decided, who approved, why, how much notice the family had, and what it was offered instead.
   * Whoever is to tell a family is told in the same change.
   */
  async keep(tx: EntityManager, claim: EmergencyClaim, way: EmergencyWay, by: Person): Promise<void> {
    for (const lost of await this.lostTogether(claim, way)) {
      const first = await this.requests.put(tx, lost, by);
      await tx.save(
        Displacement,
        lost.stays.map((stay) => tx.create(Displacement, displacement(claim, stay, first))),
      );
      const about = lost.stays.map(({ youngPersonId }) => youngPersonId);
      await this.notices.tellOfLoss(tx, claim, first, about);
    }
    const redated = way.redated.map(({ stayId }) => stayId);
    if (redated.length === 0) return;
    for (const moved of await this.offers.follow(tx, redated))
      await this.notices.tellOfOtherDates(tx, claim, moved);
  }

  /** Groups of siblings; what was booked in one go for several families is each family's own. */
  private async lostTogether(
    { unitId, night }: EmergencyClaim,
    { displaced }: EmergencyWay,
  ): Promise<LostTogether[]> {
    const people = await this.people.byIds(displaced.map(({ youngPersonId }) => youngPersonId));
    const familyOf = new Map(people.map(({ id, familyId }) => [id, familyId]));
    const groups = new Map<string, LostTogether>();
    for (const stay of displaced) {
      const familyId = familyOf.get(stay.youngPersonId) ?? '';
      const key = `${stay.groupId ?? stay.id} ${familyId}`;
      const { stays } = groups.get(key) ?? { stays: [] };
      groups.set(key, { unitId, familyId, night, stays: [...stays, stay] });
    }
    return [...groups.values()];
  }
}

function displacement(
  { id: claimId, night, claimedAt, claimedByName, approvedByName, reason }: EmergencyClaim,
  { id: stayId, youngPersonId, nights }: LostTogether['stays'][number],
  { requestId, datesOffered }: PutFirst,
): Omit<Displacement, 'id'> {
  return {
    ...{ claimId, stayId, youngPersonId },
    nights: countNights(nights),
    noticeNights: Math.max(0, daysBetween(night, nights.from)),
    decidedAt: claimedAt,
    decidedByName: claimedByName,
    ...{ approvedByName, reason, requestId },
    datesOffered: [...datesOffered],
  };
}
