import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { outcomeNow, type OfferOutcome } from '../domain/request';
import { RequestHolds } from './request-holds.service';
import { RequestOffer } from './request-offer.entity';
import { BreakRequest } from './request.entity';
import { RequestReader, type RequestOnFile } from './request.reader';

/** Writes down what has become of offers by itself: they ran out, or their stays were confirmed or cancelled. */
@Injectable()
export class RequestTidying {
  constructor(
    private readonly reader: RequestReader,
    private readonly holds: RequestHolds,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Under the unit's lock. It changes nothing that anybody reads, so the version stays. */
  async tidy(tx: EntityManager, unitId: string): Promise<void> {
    for (const request of await this.reader.settled(unitId)) await this.settle(tx, request);
  }

  private async settle(tx: EntityManager, { id, unitId, status }: RequestOnFile): Promise<void> {
    const offer = await tx.findOneByOrFail(RequestOffer, { requestId: id, outcome: 'open' });
    const now = this.clock.now();
    const outcome = outcomeNow(status, offer.expiresAt <= now);
    const reason = REASONS[outcome] ?? null;
    await tx.update(
      RequestOffer,
      { id: offer.id },
      { outcome, endedAt: now, endedByName: SYSTEM.name, endedReason: reason },
    );
    await tx.update(BreakRequest, { id }, { status });
    if (outcome === 'withdrawn')
      await this.holds.giveBack(offer.id, 'unit', 'the offer is no longer whole', SYSTEM);
    await this.audit.record(tx, SYSTEM, {
      ...{ action: `request.offer-${outcome}`, unitId, subjectId: id, reason },
      after: { status, offerId: offer.id, outcome },
    });
  }
}

const REASONS: Partial<Record<OfferOutcome, string>> = {
  'ran-out': 'nobody answered before the hold ran out',
  accepted: 'its stays were confirmed one by one',
  withdrawn: 'a stay of it was cancelled',
};
