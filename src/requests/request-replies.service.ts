import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Person } from '../platform/actor';
import { Refused } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { RequestChanges } from './request-changes.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import type { AcceptanceDto, OfferRefusalDto, WithdrawalDto } from './request.dto';
import type { OpenOffer, RequestOnFile } from './request.reader';

/** The worker's reply to an offer, and their change of mind. */
@Injectable()
export class RequestReplies {
  constructor(
    private readonly changes: RequestChanges,
    private readonly offers: RequestOffers,
    private readonly holds: RequestHolds,
  ) {}

  /** The held stays are confirmed, all or none. @throws Refused with findings. */
  async accept(
    id: string,
    { acceptsLeftOut = false }: AcceptanceDto,
    changer: Changer,
  ): Promise<RequestOnFile> {
    const { by } = changer;
    return this.changes.change(id, 'acceptance', changer, async (tx, request) => {
      const offer = openOffer(request);
      refuseUnacceptedLeftOut(request, offer, acceptsLeftOut, by);
      await this.holds.confirm(offer.id, {}, by);
      await this.offers.end(tx, { id: offer.id, outcome: 'accepted', by });
      await this.changes.save(tx, request, { status: 'placed' }, by, {
        action: 'request.offer-accepted',
        also: { offerId: offer.id, leftOut: offer.leftOut },
      });
    });
  }

  /** The beds are free again, and the request is what it was before the offer. */
  async refuseOffer(id: string, { reason }: OfferRefusalDto, changer: Changer): Promise<RequestOnFile> {
    const { by } = changer;
    return this.changes.change(id, 'refusal-of-offer', changer, async (tx, request) => {
      const offer = openOffer(request);
      await this.offers.giveBack(tx, { id: offer.id, outcome: 'refused', by, reason }, 'cas');
      const status = request.waitingSince ? 'waiting' : 'open';
      await this.changes.save(tx, request, { status }, by, {
        action: 'request.offer-refused',
        reason,
        also: { offerId: offer.id },
      });
    });
  }

  async withdraw(id: string, { reason }: WithdrawalDto, changer: Changer): Promise<RequestOnFile> {
    return this.changes.change(id, 'withdrawal', changer, (tx, request) =>
      this.withdrawNow(tx, request, reason ?? null, changer.by),
    );
  }

  /** Under the unit's lock, when its state allows. What is held for it is free again. */
  async withdrawNow(
    tx: EntityManager,
    request: RequestOnFile,
    reason: string | null,
    by: Actor,
  ): Promise<void> {
    const endedBy = by.role === 'worker' ? 'cas' : 'unit';
    const end = { outcome: 'withdrawn' as const, by, reason: reason ?? 'the request was withdrawn' };
    if (request.offer) await this.offers.giveBack(tx, { id: request.offer.id, ...end }, endedBy);
    const action = 'request.withdrawn';
    await this.changes.save(tx, request, { status: 'withdrawn', answerWords: reason }, by, {
      action,
      reason,
    });
  }
}

function openOffer({ offer }: RequestOnFile): OpenOffer {
  if (!offer) throw new Error('No offer is open');
  return offer;
}

/** Only whoever speaks for the family may accept that somebody of it is left out. */
function refuseUnacceptedLeftOut(
  { mayLeaveOut, requestedById }: RequestOnFile,
  { leftOut }: OpenOffer,
  acceptsLeftOut: boolean,
  by: Person,
): void {
  if (leftOut.every((id) => mayLeaveOut.includes(id))) return;
  if (by.role !== 'worker' && by.id !== requestedById)
    throw new Refused('Somebody is left out: only the CAS worker, or whoever asked, can accept that.');
  if (!acceptsLeftOut)
    throw new Refused('Somebody is left out. Accept that too, or refuse the offer.', [], { leftOut });
}
