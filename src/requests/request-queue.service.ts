import { Injectable } from '@nestjs/common';
import { addDays, earlierOf, laterOf } from '../domain/calendar-date';
import type { DateOffer } from '../domain/date-search';
import type { PlanBalance } from '../domain/plan-balance';
import { sayTogether } from '../domain/say-ask';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { NightsOwed } from './nights-owed.reader';
import { RequestQueue, type Queue } from './request-queue.reader';
import { RequestSeries, type SeriesOnFile } from './request-series.service';
import type { RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** A page of the queue: each card costs a date search. */
const CARDS = 15;
/** How far into its window a card looks for a date; the page of the request looks at all of it. */
const LOOK_AHEAD = 62;

/** A request with every check already made. */
export interface QueuedRequest {
  readonly request: RequestOnFile;
  readonly people: readonly YoungPerson[];
  readonly balances: ReadonlyMap<string, PlanBalance>;
  readonly offers: readonly DateOffer[];
  /** The last arrival that was looked at, when that is not all of the window. */
  readonly lookedUntil: string | undefined;
  readonly series: SeriesOnFile | undefined;
}

export interface QueuePage {
  readonly items: readonly QueuedRequest[];
  readonly counts: ReadonlyMap<string, number>;
  readonly isMore: boolean;
}

/** What a manager reads in two minutes. */
@Injectable()
export class QueuedRequests {
  constructor(
    private readonly database: Database,
    private readonly queue: RequestQueue,
    private readonly requests: Requests,
    private readonly series: RequestSeries,
    private readonly people: People,
    private readonly owed: NightsOwed,
  ) {}

  async page(unitId: string, queue: Queue, pageNumber: number, by: Person): Promise<QueuePage> {
    return this.database.snapshot(async () => {
      const skip = (pageNumber - 1) * CARDS;
      const found = await this.queue.of(unitId, queue, { skip, take: CARDS + 1 });
      const items: QueuedRequest[] = [];
      for (const request of found.slice(0, CARDS)) items.push(await this.checked(request, queue, by));
      return { items, counts: await this.queue.counts(unitId), isMore: found.length > CARDS };
    });
  }

  /** Whom a request is for, in a few words. @throws NotThere */
  async namesFor(requestId: string, by: Person): Promise<string> {
    const { youngPersonIds } = await this.requests.one(requestId, by);
    const names = await this.people.namesOf(youngPersonIds);
    return sayTogether(youngPersonIds.map((id) => names.get(id) ?? ''));
  }

  private async checked(request: RequestOnFile, queue: Queue, by: Person): Promise<QueuedRequest> {
    const { youngPersonIds, seriesId } = request;
    const isToDecide = queue === 'open' || queue === 'waiting';
    const series = isToDecide && seriesId ? await this.series.one(seriesId, by) : undefined;
    const from = laterOf(request.earliest, this.requests.today);
    const latest = earlierOf(request.latest, addDays(from, LOOK_AHEAD));
    return {
      request,
      series,
      people: await this.people.byIds(youngPersonIds),
      balances: isToDecide ? await this.owed.balances(youngPersonIds, from) : new Map(),
      offers: isToDecide && !series ? await this.requests.datesFor({ ...request, latest }) : [],
      lookedUntil: latest < request.latest ? latest : undefined,
    };
  }
}
