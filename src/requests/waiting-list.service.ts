import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, earlierOf, laterOf } from '../domain/calendar-date';
import { shareANight, type Nights } from '../domain/nights';
import { rankWaiting, type RankFacts, type Waiting } from '../domain/waiting-list';
import { SYSTEM } from '../platform/actor';
import { FreedNights, type Freed } from '../platform/freed-nights';
import { Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { NightsOwed } from './nights-owed.reader';
import { RequestOffers } from './request-offers.service';
import { RequestTidying } from './request-tidying.service';
import { RequestReader, type RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

type Candidate = Waiting & { readonly request: RequestOnFile };

/** Offers nights that have become free to the best-fitting request that waits: one offer for each bed. */
@Injectable()
export class WaitingList implements OnModuleInit {
  constructor(
    private readonly gate: UnitGate,
    private readonly freed: FreedNights,
    private readonly reader: RequestReader,
    private readonly requests: Requests,
    private readonly offers: RequestOffers,
    private readonly tidying: RequestTidying,
    private readonly owed: NightsOwed,
  ) {}

  onModuleInit(): void {
    this.freed.hear((freed) => this.offerFreed(freed));
  }

  private async offerFreed({ unitId, nights, beds = 1 }: Freed): Promise<void> {
    const ahead = { from: laterOf(nights.from, this.requests.today), to: nights.to };
    if (!(await this.concernsAnybody(unitId, ahead))) return;
    await this.gate.change(unitId, async (tx) => {
      await this.tidying.tidy(tx, unitId);
      for (let offered = 0; offered < beds; offered += 1)
        if (!(await this.offerOnce(tx, unitId, ahead))) return;
    });
  }

  /** Looks before it locks: most of what is freed concerns nobody. */
  private async concernsAnybody(unitId: string, { from, to }: Nights): Promise<boolean> {
    const waiting = await this.reader.waiting(unitId, from, to);
    return waiting.length > 0 || (await this.reader.settled(unitId)).length > 0;
  }

  private async offerOnce(tx: EntityManager, unitId: string, freed: Nights): Promise<boolean> {
    const ranked = rankWaiting(await this.candidates(unitId, freed));
    for (const [index, { request, ...facts }] of ranked.entries()) {
      const arrivesOn = await this.arrivalOn(freed, request);
      if (arrivesOn === undefined) continue;
      const { displacedBefore, urgency, requestedAt, nightsOwed } = facts;
      const rank = { displacedBefore, urgency, requestedAt, nightsOwed };
      const why = { ...rank, place: index + 1, of: ranked.length, freed };
      if (await this.offered(tx, request, arrivesOn, why)) return true;
    }
    return false;
  }

  private async candidates(unitId: string, { from, to }: Nights): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    for (const request of await this.reader.waiting(unitId, from, to)) {
      const { id, displacedBefore, urgency, youngPersonIds, earliest } = request;
      const nightsOwed = await this.owed.to(youngPersonIds, laterOf(earliest, from));
      const requestedAt = request.requestedAt.toISOString();
      candidates.push({ id, displacedBefore, urgency, requestedAt, nightsOwed, request });
    }
    return candidates;
  }

  /**
   * The best arrival that uses a freed night. Nights the request was offered before are not offered again by
   * themselves, and nobody acknowledges anything for the worker: such dates are the manager's to offer.
   */
  private async arrivalOn(freed: Nights, request: RequestOnFile): Promise<string | undefined> {
    const before = await this.offers.of(request);
    if (before.some((offer) => shareANight(freed, { from: offer.arrivesOn, to: offer.departsOn })))
      return undefined;
    const earliest = laterOf(request.earliest, addDays(freed.from, 1 - request.nights));
    const latest = earlierOf(request.latest, addDays(freed.to, -1));
    if (latest < earliest) return undefined;
    const dates = await this.requests.datesFor({ ...request, earliest, latest });
    return dates.find(({ findings }) => findings.every(({ level }) => level === 'inform'))?.arrivesOn;
  }

  private async offered(
    tx: EntityManager,
    request: RequestOnFile,
    arrivesOn: string,
    why: RankFacts,
  ): Promise<boolean> {
    try {
      await this.offers.make(tx, request, { arrivesOn }, SYSTEM, why);
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }
}
