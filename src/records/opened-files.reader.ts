import { Injectable } from '@nestjs/common';
import { unitsOf } from '../platform/about/families-of';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type ListQuery, type Listing } from '../platform/listing';

export interface OpenedFile {
  readonly id: string;
  readonly youngPersonId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly openedByName: string;
  readonly openedByRole: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly closesAt: Date;
}

const LIST = `
  SELECT opened_files.id, young_person_id AS "youngPersonId", given_name AS "givenName", family_name AS "familyName",
    unit_id AS "unitId", units.name AS "unitName", opened_by_name AS "openedByName", opened_by_role AS "openedByRole",
    reason, opened_at AS "openedAt", closes_at AS "closesAt"
  FROM opened_files JOIN young_people ON young_people.id = young_person_id LEFT JOIN units ON units.id = unit_id
  WHERE ($1::uuid[] IS NULL OR unit_id IS NULL OR unit_id = ANY ($1))
    AND ($2::timestamptz IS NULL OR (opened_at, opened_files.id) < ($2, $3::uuid))
  ORDER BY opened_at DESC, opened_files.id DESC LIMIT $4`;

const SINCE = `
  SELECT unit_id AS "unitId", opened_at AS "openedAt" FROM opened_files WHERE opened_at >= $1 AND opened_at < $2`;

@Injectable()
export class OpenedFilesReader {
  constructor(private readonly database: Database) {}

  /** The last opened first; of children whom the reader’s units know, or none. @throws Misshapen */
  async list(query: ListQuery, by: Person): Promise<Listing<OpenedFile>> {
    const after = afterOf(query);
    const given = [unitsOf(by), after?.key ?? null, after?.id ?? null, limitOf(query) + 1];
    return listing(await this.database.rows<OpenedFile>(LIST, given), query, ({ openedAt }) =>
      openedAt.toISOString(),
    );
  }

  async between(
    from: Date,
    to: Date,
  ): Promise<{ readonly unitId: string | null; readonly openedAt: Date }[]> {
    return this.database.rows(SINCE, [from, to]);
  }
}
