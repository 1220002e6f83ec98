import { Injectable } from '@nestjs/common';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { asker, noted } from '../platform/request-context';
import { Caseload } from './caseload.service';
import type { YoungPeopleQuery } from './people.dto';
import type { Known } from './people.view';

type Found = Known & { readonly key: string };

const all: (found: Known) => boolean = () => true;

/** How alike the words must be: at 0.3 "Fraya" alone finds Freya, and "Gaskell" does not find Haskins. */
export const ALIKE = `SELECT set_config('pg_trgm.word_similarity_threshold', '0.3', true)`;

/** As the index `young_people_by_words` has it, or the index is not used. */
export const WORDS = `searchable(given_name || ' ' || family_name || ' ' || case_reference)`;

/** Of a name, in the sort key: so that a cursor stays short. */
const LENGTH = 30;

/** Best first: a case reference that begins so, then the likeliest words, then by name. */
const FIND = `
  WITH found AS (
    SELECT id, family_id AS "familyId", given_name AS "givenName", family_name AS "familyName",
      date_of_birth AS "dateOfBirth", case_reference AS "caseReference",
      concat_ws(E'\\t',
        NOT starts_with(searchable(case_reference), searchable($1)),
        to_char((1 - word_similarity(searchable($1), ${WORDS})) * 10000, 'FM00000'),
        left(searchable(family_name), ${LENGTH}), left(searchable(given_name), ${LENGTH})) COLLATE "C" AS key
    FROM young_people
    WHERE ($1::text IS NULL OR searchable($1) <% ${WORDS})
      AND ($5::uuid[] IS NULL OR family_id = ANY($5)))
  SELECT * FROM found WHERE $2::text IS NULL OR (key, id) > ($2, $3::uuid) ORDER BY key, id LIMIT $4`;

/** Young people by name or case reference; every search is noted for the audit trail. */
@Injectable()
export class PeopleSearch {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
  ) {}

  /** A CAS worker finds those of their caseload only. @param isShown which of those found are any news to the reader. */
  async find(query: YoungPeopleQuery, by: Actor, isShown = all): Promise<Listing<Found>> {
    return this.among(await this.caseload.familyIds(by), query, isShown);
  }

  /** For pages only unit staff open: of everybody whom the units they work for know. */
  async findAmongAll(query: YoungPeopleQuery): Promise<Listing<Found>> {
    const by = asker();
    return this.among(by && (await this.caseload.familyIds(by)), query, all);
  }

  /** In an emergency any child may be found, whichever unit knows them. */
  async findForClaim(query: YoungPeopleQuery, isShown = all): Promise<Listing<Found>> {
    return this.among(undefined, query, isShown);
  }

  private async among(
    own: ReadonlySet<string> | undefined,
    query: YoungPeopleQuery,
    isShown: (found: Found) => boolean,
  ): Promise<Listing<Found>> {
    const after = afterOf(query);
    const parameters = [
      ...[query.search ?? null, after?.key ?? null, after?.id ?? null, limitOf(query) + 1],
      own ? [...own] : null,
    ];
    const found = await this.database.transaction(async (tx) => {
      await tx.query(ALIKE);
      return listing(await tx.query<Found[]>(FIND, parameters), query, ({ key }) => key);
    });
    const items = found.items.filter(isShown);
    noted()?.searches.push({ words: query.search ?? null, youngPersonIds: items.map(({ id }) => id) });
    return { ...found, items };
  }
}
