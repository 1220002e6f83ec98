import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../domain/calendar-date';
import { atLeastSoon, promisedDates, weeksAhead, windowLeft, type Window } from '../domain/lost-break';
import { countNights, type Nights } from '../domain/nights';
import { sayDate } from '../domain/say-dates';
import { SYSTEM, type Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { KeyWorkers } from '../plans/key-workers.service';
import { RequestChanges } from './request-changes.service';
import { RequestOffers } from './request-offers.service';
import { RequestTidying } from './request-tidying.service';
import { RequestReader, type RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** Stays of one family that lost their beds together, to an emergency on a night. */
export interface LostTogether {
  readonly unitId: string;
  readonly familyId: string;
  readonly night: CalendarDate;
  readonly stays: readonly {
    readonly id: string;
    readonly youngPersonId: string;
    readonly nights: Nights;
  }[];
}

/** The request that is to give a family its nights after all. */
export interface PutFirst {
  readonly requestId: string;
  /** Days of arrival that work now; nothing is held on them. */
  readonly datesOffered: readonly CalendarDate[];
  readonly keyWorkerId: string | undefined;
}

interface Origin {
  readonly requestId: string;
  /** Beds were only held, for an offer nobody has answered. */
  readonly openOfferId: string | null;
}

const ORIGIN = `
  SELECT request_stays.request_id AS "requestId", request_offers.id AS "openOfferId"
  FROM request_stays LEFT JOIN request_offers ON request_offers.id = offer_id AND outcome = 'open'
  WHERE stay_id = ANY ($1::uuid[]) LIMIT 1`;

/** Asks again for families who lost a bed to an emergency, with other dates that work (domain.md §4.3). */
@Injectable()
export class DisplacedRequests {
  constructor(
    private readonly requests: Requests,
    private readonly reader: RequestReader,
    private readonly changes: RequestChanges,
    private readonly offers: RequestOffers,
    private readonly tidying: RequestTidying,
    private readonly keyWorkers: KeyWorkers,
    private readonly clock: Clock,
  ) {}

  /** Before beds are taken, so that what was an offer still and what was booked already is written down. */
  async tidy(tx: EntityManager, unitId: string): Promise<void> {
    await this.tidying.tidy(tx, unitId);
  }

  /** With the emergency in the diary. An offer's request waits again; for what was booked a new one is made. */
  async put(tx: EntityManager, lost: LostTogether, by: Actor): Promise<PutFirst> {
    const keyWorker = await this.keyWorkers.ofFamily(lost.familyId);
    const [origin] = await tx.query<Origin[]>(ORIGIN, [lost.stays.map(({ id }) => id)]);
    const asked = origin && (await this.reader.one(origin.requestId));
    const anew =
      asked && origin.openOfferId
        ? await this.backToWaiting(tx, asked, origin.openOfferId, lost, by)
        : await this.askAnew(tx, { lost, asked, askedBy: keyWorker ?? SYSTEM }, by);
    return { ...anew, keyWorkerId: keyWorker?.id };
  }

  private async backToWaiting(
    tx: EntityManager,
    asked: RequestOnFile,
    offerId: string,
    lost: LostTogether,
    by: Actor,
  ): Promise<Omit<PutFirst, 'keyWorkerId'>> {
    await this.offers.end(tx, { id: offerId, outcome: 'withdrawn', by, reason: reasonOf(lost) });
    const { window, datesOffered } = await this.datesFor(asked, asked);
    const { earliest, latest } = window;
    const waitingSince = asked.waitingSince ?? this.clock.now();
    const first = { displacedBefore: true, urgency: atLeastSoon(asked.urgency), earliest, latest };
    await this.changes.save(tx, asked, { status: 'waiting', waitingSince, ...first }, by, {
      action: 'request.put-first',
      reason: reasonOf(lost),
      also: { offerId, datesOffered },
    });
    return { requestId: asked.id, datesOffered };
  }

  private async askAnew(
    tx: EntityManager,
    { lost, asked, askedBy }: Anew,
    by: Actor,
  ): Promise<Omit<PutFirst, 'keyWorkerId'>> {
    const { unitId, familyId, stays } = lost;
    const nights = Math.max(...stays.map((stay) => countNights(stay.nights)));
    const youngPersonIds = stays.map(({ youngPersonId }) => youngPersonId);
    const needed = { unitId, youngPersonIds, nights, wishes: [...(asked?.wishes ?? [])] };
    const { window, datesOffered } = await this.datesFor(needed, asked);
    const requestId = await this.requests.write(
      tx,
      {
        ...{ ...needed, ...window, weekdays: [...window.weekdays], familyId },
        reason: reasonOf(lost),
        urgency: atLeastSoon(asked?.urgency ?? 'soon'),
        lost: { stayIds: stays.map(({ id }) => id), askedBy },
      },
      by,
    );
    return { requestId, datesOffered };
  }

  /** Within what is left of the family's own window; where nothing works in it, within the 13 weeks to come. */
  private async datesFor(
    needed: Needed,
    asked: Window | undefined,
  ): Promise<{ readonly window: Window; readonly datesOffered: readonly CalendarDate[] }> {
    const { today } = this.requests;
    const left = asked && windowLeft(asked, today);
    const windows = [...(left ? [left] : []), weeksAhead(today, asked?.weekdays ?? [])];
    for (const window of windows) {
      const works = promisedDates(await this.requests.datesFor({ ...needed, ...window }));
      const datesOffered = works.map(({ arrivesOn }) => arrivesOn);
      if (works.length > 0 || window === windows.at(-1)) return { window, datesOffered };
    }
    throw new Error('No window to look in');
  }
}

type Needed = Pick<RequestOnFile, 'unitId' | 'youngPersonIds' | 'nights' | 'wishes'>;

interface Anew {
  readonly lost: LostTogether;
  readonly asked: RequestOnFile | undefined;
  readonly askedBy: Pick<Actor, 'id' | 'name'>;
}

function reasonOf({ night }: LostTogether): string {
  return `Lost its bed to an emergency on ${sayDate(night)}.`;
}
