import { Injectable } from '@nestjs/common';
import { PeopleSearch } from '../people/search.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Listing } from '../platform/listing';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';

const MOST_STAYS = 500;
const A_PAGE = 50;

export type Listed = Pick<YoungPerson, 'id' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'>;

export interface PeopleList {
  readonly found: Listing<Listed>;
  /** The stay each is in, or else their next. */
  readonly stays: ReadonlyMap<string, Stay>;
}

/** Young people, with who is here and who comes next. */
@Injectable()
export class PeopleLists {
  constructor(
    private readonly search: PeopleSearch,
    private readonly stays: StayRecords,
  ) {}

  async find(search: string, cursor: string): Promise<PeopleList> {
    const found = await this.search.findAmongAll({
      limit: A_PAGE,
      ...(search ? { search } : {}),
      ...(cursor ? { cursor } : {}),
    });
    const here = await this.stays.list({ status: 'in-residence', limit: MOST_STAYS });
    const coming = await this.stays.list({ status: 'confirmed', from: this.stays.today, limit: MOST_STAYS });
    const nearestLast = [...coming.items.toReversed(), ...here.items].map(({ stay }) => stay);
    return { found, stays: new Map(nearestLast.map((stay) => [stay.youngPersonId, stay])) };
  }
}
