import { Injectable } from '@nestjs/common';
import type { PlanBalance } from '../domain/plan-balance';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { namedIn } from '../platform/finding-card.view';
import { may } from '../platform/may';
import { NightsOwed } from './nights-owed.reader';
import { RequestSeries, type SeriesOnFile } from './request-series.service';
import { Requests } from './requests.service';

export interface SeriesFile extends SeriesOnFile {
  readonly people: readonly YoungPerson[];
  readonly balances: ReadonlyMap<string, PlanBalance>;
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class SeriesFiles {
  constructor(
    private readonly series: RequestSeries,
    private readonly requests: Requests,
    private readonly people: People,
    private readonly owed: NightsOwed,
  ) {}

  /** @throws NotThere */
  async open(id: string, by: Person): Promise<SeriesFile> {
    const file = await this.series.one(id, by);
    const ids = file.items[0]?.request.youngPersonIds ?? [];
    const mayKnow = may(by.role, 'know who stays');
    const named = mayKnow ? file.items.flatMap(({ findings }) => namedIn(findings)) : [];
    return {
      ...file,
      people: await this.people.byIds(ids),
      balances: await this.owed.balances(ids, this.requests.today),
      names: await this.people.namesOf([...new Set([...ids, ...named])]),
    };
  }
}
