import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EndedBy } from '../domain/ledger';
import { outcomeNow, type OfferOutcome } from '../domain/request';
import type { RankFacts } from '../domain/waiting-list';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { RequestChanges } from './request-changes.service';
import { RequestHolds, type Placing } from './request-holds.service';
import { RequestOffer } from './request-offer.entity';
import type { RequestOnFile } from './request.reader';

/** Offers: beds held for a request, with an end. */
@Injectable()
export class RequestOffers {
  constructor(
    private readonly holds: RequestHolds,
    private readonly changes: RequestChanges,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything it was ever offered, the latest first, each with what has come of it by now. */
  async of({ id: requestId, status }: RequestOnFile): Promise<RequestOffer[]> {
    const order = { madeAt: 'DESC', id: 'DESC' } as const;
    const offers = await this.database.manager.find(RequestOffer, { where: { requestId }, order });
    const now = this.clock.now();
    return offers.map((offer) =>
      offer.outcome === 'open' ? { ...offer, outcome: outcomeNow(status, offer.expiresAt <= now) } : offer,
    );
  }

  /** Holds the beds, all or none. `why` says what the waiting list ranked it by. @throws Refused with findings. */
  async make(
    tx: EntityManager,
    request: RequestOnFile,
    placing: Placing,
    by: Actor,
    why: RankFacts | null = null,
  ): Promise<void> {
    const stays = await this.holds.place(request, { hold: {}, ...placing }, by);
    const [first] = stays;
    if (!first?.holdExpiresAt) throw new Error('An offer without a hold');
    const offer: RequestOffer = {
      id: randomUUID(),
      requestId: request.id,
      groupId: first.groupId,
      arrivesOn: first.arrivesOn,
      departsOn: first.departsOn,
      leftOut: [...(placing.leaveOut ?? [])],
      byWaitingList: why !== null,
      why,
      madeAt: this.clock.now(),
      madeByName: by.name,
      expiresAt: first.holdExpiresAt,
      outcome: 'open',
      endedAt: null,
      endedByName: null,
      endedReason: null,
    };
    await tx.insert(RequestOffer, { ...offer, why: why as never });
    await this.holds.link(stays, request.id, offer.id);
    const { leftOut, arrivesOn, departsOn, expiresAt } = offer;
    await this.changes.save(tx, request, { status: 'offered' }, by, {
      action: 'request.offered',
      also: { offerId: offer.id, arrivesOn, departsOn, leftOut, expiresAt, why },
    });
  }

  async end(tx: EntityManager, { id, outcome, by, reason = null }: OfferEnd): Promise<void> {
    const ended = { outcome, endedAt: this.clock.now(), endedByName: by.name, endedReason: reason };
    await tx.update(RequestOffer, { id }, ended);
  }

  /** The beds are free again. */
  async giveBack(tx: EntityManager, end: OfferEnd, endedBy: EndedBy): Promise<void> {
    await this.end(tx, end);
    await this.holds.giveBack(end.id, endedBy, end.reason ?? 'the offer was given back', end.by);
  }
}

export interface OfferEnd {
  readonly id: string;
  readonly outcome: OfferOutcome;
  readonly by: Actor;
  readonly reason?: string | null;
}
