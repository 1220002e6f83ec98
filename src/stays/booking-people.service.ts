import { Injectable } from '@nestjs/common';
import { fullName } from '../domain/full-name';
import type { YoungPerson } from '../people/young-person.entity';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';

export type Candidate = Pick<
  YoungPerson,
  'id' | 'familyId' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'
>;

export interface Candidates {
  /** Those chosen, their brothers and sisters, then those found; each once. */
  readonly people: readonly Candidate[];
  readonly found: number;
  /** More were found than are shown. */
  readonly isMore: boolean;
}

/** Few enough to read through. */
const MOST_SHOWN = 10;

/** Who a stay could be for. */
@Injectable()
export class BookingPeople {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
  ) {}

  async candidates(chosenIds: readonly string[], words: string): Promise<Candidates> {
    const chosen = await this.people.byIds(chosenIds);
    const families = [...new Set(chosen.map(({ familyId }) => familyId))];
    const siblings = (await Promise.all(families.map((id) => this.people.ofFamily(id)))).flat();
    const isAsked = words !== '' || chosen.length === 0;
    const { items, nextCursor } = isAsked
      ? await this.search.findAmongAll({ limit: MOST_SHOWN, ...(words ? { search: words } : {}) })
      : { items: [], nextCursor: null };
    const everybody = new Map<string, Candidate>();
    for (const person of [...chosen, ...siblings, ...items])
      if (!everybody.has(person.id)) everybody.set(person.id, person);
    return { people: [...everybody.values()], found: items.length, isMore: nextCursor !== null };
  }

  /** Whom these words name and nobody else: the only one found, or the only one called exactly so. */
  async named(words: string): Promise<string | undefined> {
    const { items } = await this.search.findAmongAll({ limit: MOST_SHOWN, search: words });
    const asked = words.toLowerCase();
    const exactly = items.filter(
      (person) => asked === fullName(person).toLowerCase() || asked === person.caseReference.toLowerCase(),
    );
    const [only, ...others] = exactly.length > 0 ? exactly : items;
    return others.length === 0 ? only?.id : undefined;
  }

  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.people.namesOf(ids);
  }
}
