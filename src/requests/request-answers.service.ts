import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/calendar-date';
import { declineOf } from '../domain/decline-reasons';
import { mayPlace } from '../domain/findings';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Misshapen, Refused } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { PeersNamed } from '../stays/peers-named.service';
import { refuseUnsuitable } from './arrival';
import { leftOutOf } from './left-out';
import { RequestChanges } from './request-changes.service';
import { RequestHolds } from './request-holds.service';
import { RequestOffers } from './request-offers.service';
import type { DeclineDto, NotYetDto, RequestOfferDto, RequestPlacementDto } from './request.dto';
import type { RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** The manager's answer: yes, here are nights, not yet, or no. */
@Injectable()
export class RequestAnswers {
  constructor(
    private readonly changes: RequestChanges,
    private readonly requests: Requests,
    private readonly offers: RequestOffers,
    private readonly holds: RequestHolds,
    private readonly peers: PeersNamed,
    private readonly clock: Clock,
  ) {}

  /** Holds the beds, all or none, until somebody accepts. @throws Refused with findings. */
  async offer(id: string, asked: RequestOfferDto, changer: Changer): Promise<RequestOnFile> {
    return this.changes.change(id, 'offer', changer, async (tx, request) => {
      const leaveOut = leftOutOf(request, asked.leaveOut);
      const arrivesOn = await this.arrivalFor(request, asked, leaveOut);
      const hold = { hours: asked.expiresInHours };
      await this.offers.make(tx, request, { arrivesOn, leaveOut, given: asked, hold }, changer.by);
    });
  }

  /** At once, or what is held. @throws Refused with findings. */
  async place(id: string, asked: RequestPlacementDto, changer: Changer): Promise<RequestOnFile> {
    return this.changes.change(id, 'placement', changer, async (tx, request) => {
      if (request.offer) await this.placeHeld(tx, request, asked, changer.by);
      else await this.placeAnew(tx, request, asked, changer.by);
    });
  }

  async placeAnew(
    tx: EntityManager,
    request: RequestOnFile,
    asked: RequestPlacementDto,
    by: Person,
  ): Promise<void> {
    const leaveOut = leftOutOf(request, asked.leaveOut);
    refuseUnacceptedLeftOut(request, leaveOut);
    const arrivesOn = await this.arrivalFor(request, asked, leaveOut);
    const stays = await this.holds.place(request, { arrivesOn, leaveOut, given: asked }, by);
    await this.holds.link(stays, request.id, null);
    await this.placed(tx, request, by, { arrivesOn, leaveOut });
  }

  /** Not yet: the request waits for nights to become free. */
  async keepWaiting(id: string, { words }: NotYetDto, changer: Changer): Promise<RequestOnFile> {
    return this.changes.change(id, 'waiting', changer, async (tx, request) => {
      await this.refusePeersIn(words, request);
      await this.takeBackOffer(tx, request, changer.by, words ?? 'not yet');
      const answer = { answerWords: words ?? null, ...this.answeredBy(changer.by) };
      const waitingSince = request.waitingSince ?? this.clock.now();
      await this.changes.save(tx, request, { status: 'waiting', waitingSince, ...answer }, changer.by, {
        action: 'request.waiting',
        reason: words ?? null,
      });
    });
  }

  async decline(id: string, asked: DeclineDto, changer: Changer): Promise<RequestOnFile> {
    const decline = declineOf(asked.reason, asked.words);
    if (!decline) throw Misshapen.at('/words', 'Say what the other reason is.');
    const { reason: answerCode, words: answerWords } = decline;
    return this.changes.change(id, 'decline', changer, async (tx, request) => {
      await this.refusePeersIn(answerWords, request);
      await this.takeBackOffer(tx, request, changer.by, 'the request was declined');
      const answer = { answerCode, answerWords, ...this.answeredBy(changer.by) };
      await this.changes.save(tx, request, { status: 'declined', ...answer }, changer.by, {
        action: 'request.declined',
        reason: answerWords ?? answerCode,
      });
    });
  }

  private async placeHeld(
    tx: EntityManager,
    request: RequestOnFile,
    asked: RequestPlacementDto,
    by: Person,
  ): Promise<void> {
    const { offer } = request;
    if (!offer) throw new Error('Nothing is held');
    if (asked.arrivesOn && asked.arrivesOn !== offer.arrivesOn)
      throw new Refused(
        `Beds are held from ${sayDate(offer.arrivesOn)}. Take that offer back first to place the request on other dates.`,
      );
    refuseUnacceptedLeftOut(request, offer.leftOut);
    await this.holds.confirm(offer.id, asked, by);
    await this.offers.end(tx, { id: offer.id, outcome: 'accepted', by });
    await this.placed(tx, request, by, { arrivesOn: offer.arrivesOn, offerId: offer.id });
  }

  private placed(tx: EntityManager, request: RequestOnFile, by: Person, also: object): Promise<void> {
    const action = 'request.placed';
    return this.changes.save(tx, request, { status: 'placed', ...this.answeredBy(by) }, by, { action, also });
  }

  private async takeBackOffer(
    tx: EntityManager,
    { offer }: RequestOnFile,
    by: Person,
    reason: string,
  ): Promise<void> {
    if (offer) await this.offers.giveBack(tx, { id: offer.id, outcome: 'withdrawn', by, reason }, 'unit');
  }

  /** The day asked for, or the best that what is given makes a yes. @throws Misshapen for a day that does not suit. */
  private async arrivalFor(
    request: RequestOnFile,
    { arrivesOn, acknowledged = [], authorisations = [] }: RequestPlacementDto,
    leaveOut: readonly string[],
  ): Promise<string> {
    if (arrivesOn !== undefined) {
      refuseUnsuitable(request, arrivesOn, this.requests.today);
      return arrivesOn;
    }
    if (request.earliest === request.latest) return request.earliest;
    const given = { acknowledged, authorised: authorisations.map(({ code }) => code) };
    const dates = await this.requests.datesFor(request, leaveOut);
    const best = dates.find(({ findings }) => mayPlace(findings, given)) ?? dates[0];
    if (!best) throw new Refused('No day of arrival that suits is still to come.');
    return best.arrivesOn;
  }

  /** The worker reads the answer, and may not know who else stays. @throws Misshapen */
  private async refusePeersIn(words: string | null | undefined, request: RequestOnFile): Promise<void> {
    const { unitId, youngPersonIds, earliest: from, latest, nights } = request;
    const [youngPersonId = ''] = youngPersonIds;
    await this.peers.refuse(words, { unitId, youngPersonId, from, to: addDays(latest, nights) });
  }

  private answeredBy({ name }: Person) {
    return { answeredAt: this.clock.now(), answeredByName: name };
  }
}

function refuseUnacceptedLeftOut({ mayLeaveOut }: RequestOnFile, leaveOut: readonly string[]): void {
  if (leaveOut.some((id) => !mayLeaveOut.includes(id)))
    throw new Refused(
      'The worker has not accepted that anybody is left out. Make it an offer, so that they can accept or refuse it.',
    );
}
