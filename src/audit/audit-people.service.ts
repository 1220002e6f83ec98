import { Injectable } from '@nestjs/common';
import { fullName } from '../domain/full-name';
import { People } from '../people/people.service';
import { PeopleSearch } from '../people/search.service';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { noted } from '../platform/request-context';

/** A young person as this reader may know them. */
export interface Called {
  readonly id: string;
  readonly text: string;
}

const MOST_FOUND = 10;

const OF_CASE =
  'SELECT id FROM young_people WHERE searchable(case_reference) = searchable($1) ORDER BY id LIMIT $2';

/** Whom the audit trail speaks of: by name to those who may know names, to others by the first letters of an id. */
@Injectable()
export class AuditPeople {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly database: Database,
  ) {}

  /** By name or case reference; whoever may know no names must give the whole case reference. */
  async find(words: string, by: Person): Promise<readonly Called[]> {
    if (may(by.role, 'know who stays')) {
      const { items } = await this.search.findAmongAll({ search: words, limit: MOST_FOUND });
      return items.map((found) => ({ id: found.id, text: `${fullName(found)}, ${found.caseReference}` }));
    }
    const rows = await this.database.rows<{ id: string }>(OF_CASE, [words, MOST_FOUND]);
    const youngPersonIds = rows.map(({ id }) => id);
    noted()?.searches.push({ words, youngPersonIds });
    return youngPersonIds.map((id) => ({ id, text: withoutName(id) }));
  }

  async called(ids: readonly string[], by: Person): Promise<ReadonlyMap<string, string>> {
    const all = [...new Set(ids)];
    if (may(by.role, 'know who stays')) return this.people.namesOf(all);
    return new Map(all.map((id) => [id, withoutName(id)]));
  }
}

function withoutName(id: string): string {
  return `Young person ${id.slice(0, 8)}`;
}
