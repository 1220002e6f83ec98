import { Injectable } from '@nestjs/common';
import type { DateOffer } from '../domain/date-search';
import type { PlanBalance } from '../domain/plan-balance';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { namedIn } from '../platform/finding-card.view';
import { may } from '../platform/may';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';
import type { Unit } from '../units/unit.entity';
import { Units } from '../units/units.service';
import { NightsOwed } from './nights-owed.reader';
import type { RequestOffer } from './request-offer.entity';
import { RequestOffers } from './request-offers.service';
import type { RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** Everything told about one request. */
export interface RequestPageFile {
  readonly request: RequestOnFile;
  readonly unit: Unit;
  readonly people: readonly YoungPerson[];
  readonly balances: ReadonlyMap<string, PlanBalance>;
  /** None once it is answered, nor while beds are held, unless the family may choose others. */
  readonly dates: readonly DateOffer[];
  readonly history: readonly RequestOffer[];
  readonly stays: readonly Stay[];
  /** Of the family's own; of everybody in the findings too for those who may know who stays. */
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class RequestPageFiles {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly offers: RequestOffers,
    private readonly records: StayRecords,
    private readonly people: People,
    private readonly owed: NightsOwed,
    private readonly units: Units,
  ) {}

  /**
   * With the dates for whoever is not left out.
   * @throws NotThere for a request there is none of, or not of this worker's families.
   */
  async open(id: string, by: Person, leftOut: readonly string[] = []): Promise<RequestPageFile> {
    return this.database.snapshot(async () => {
      const request = await this.requests.one(id, by);
      const { youngPersonIds, status } = request;
      const isUndecided = status === 'open' || status === 'waiting';
      const isToChoose = status === 'offered' && request.lost !== null;
      const without = youngPersonIds.filter((each) => leftOut.includes(each));
      const leaveOut = without.length < youngPersonIds.length ? without : [];
      const dates = isUndecided || isToChoose ? await this.requests.datesFor(request, leaveOut) : [];
      const named = may(by.role, 'know who stays') ? dates.flatMap(({ findings }) => namedIn(findings)) : [];
      return {
        request,
        dates,
        unit: (await this.units.one(request.unitId)).unit,
        people: await this.people.byIds(youngPersonIds),
        balances: await this.owed.balances(youngPersonIds, this.requests.today),
        history: await this.offers.of(request),
        stays: await this.staysOf(request),
        names: await this.people.namesOf([...new Set([...youngPersonIds, ...named])]),
      };
    });
  }

  private async staysOf({ stayIds }: RequestOnFile): Promise<Stay[]> {
    return Promise.all(stayIds.map(async (id) => (await this.records.one(id)).stay));
  }
}
