import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { noted } from '../platform/request-context';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { Caseload } from './caseload.service';
import type { FamiliesQuery } from './people.dto';
import type { FamilyRecords } from './people.service';
import { ALIKE, WORDS } from './search.service';
import { YoungPerson } from './young-person.entity';

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly createdAt: Date;
}

const FIND = `
  SELECT id, reference, created_at AS "createdAt" FROM families
  WHERE ($1::text IS NULL OR strpos(searchable(reference), searchable($1)) > 0
      OR id IN (SELECT family_id FROM young_people WHERE searchable($1) <% ${WORDS}))
    AND ($2::uuid[] IS NULL OR id = ANY($2))
    AND ($3::text IS NULL OR (left(reference, 100) COLLATE "C", id) > ($3, $4::uuid))
  ORDER BY left(reference, 100) COLLATE "C", id LIMIT $5`;

/** Families by reference, with their young people; a CAS worker finds their own. Noted as searches for young people are. */
@Injectable()
export class Families {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
  ) {}

  async find(query: FamiliesQuery, by: Actor): Promise<Listing<FamilyRecords & { readonly id: string }>> {
    const own = await this.caseload.familyIds(by);
    const after = afterOf(query);
    const parameters = [
      ...[query.search ?? null, own ? [...own] : null],
      ...[after?.key ?? null, after?.id ?? null, limitOf(query) + 1],
    ];
    const found = await this.database.transaction(async (tx) => {
      await tx.query(ALIKE);
      const rows = await tx.query<Row[]>(FIND, parameters);
      const page = listing(rows, query, ({ reference }) => reference.slice(0, 100));
      return { ...page, items: await this.withYoungPeople(page.items) };
    });
    const youngPersonIds = found.items.flatMap(({ youngPeople }) => youngPeople.map(({ id }) => id));
    noted()?.searches.push({ words: query.search ?? null, youngPersonIds });
    return found;
  }

  private async withYoungPeople(families: readonly Row[]) {
    const youngPeople = await this.database.manager.find(YoungPerson, {
      where: { familyId: In(families.map(({ id }) => id)) },
      order: { familyName: 'ASC', givenName: 'ASC', id: 'ASC' },
    });
    return families.map((family) => ({
      id: family.id,
      family,
      youngPeople: youngPeople.filter(({ familyId }) => familyId === family.id),
    }));
  }
}
