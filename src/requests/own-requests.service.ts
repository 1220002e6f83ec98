import { Injectable } from '@nestjs/common';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { Caseload } from '../people/caseload.service';
import type { RequestOnFile } from './request.reader';
import { RequestReader } from './request.reader';

export interface OwnRequests {
  readonly requests: readonly RequestOnFile[];
  readonly names: ReadonlyMap<string, string>;
}

/** What a worker asked for, or may know of: the requests of their families. */
@Injectable()
export class OwnRequestRecords {
  constructor(
    private readonly database: Database,
    private readonly reader: RequestReader,
    private readonly caseload: Caseload,
    private readonly people: People,
  ) {}

  async of(by: Person): Promise<OwnRequests> {
    return this.database.snapshot(async () => {
      const familyIds = [...((await this.caseload.familyIds(by)) ?? [])];
      const requests = familyIds.length > 0 ? await this.reader.list({ familyIds }) : [];
      const ids = [...new Set(requests.flatMap(({ youngPersonIds }) => youngPersonIds))];
      return { requests, names: await this.people.namesOf(ids) };
    });
  }
}
