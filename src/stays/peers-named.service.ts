import { Injectable } from '@nestjs/common';
import { namesIn } from '../domain/names-in';
import { Database } from '../platform/database';
import { Misshapen } from '../platform/problem';

/** Whose family reads the words, and the days on which others may be in the unit. */
export interface Beside {
  readonly unitId: string;
  readonly youngPersonId: string;
  readonly from: string;
  readonly to: string;
}

/** Given names of everybody else in the unit then, but for those the family shares with them. */
const OTHERS = `
  SELECT DISTINCT others.given_name AS "givenName" FROM bed_uses
    JOIN young_people AS others ON others.id = bed_uses.young_person_id
    JOIN young_people AS own ON own.id = $2
  WHERE unit_id = $1 AND live AND from_on <= $4 AND to_on >= $3 AND others.family_id <> own.family_id
    AND others.given_name NOT IN (SELECT given_name FROM young_people WHERE family_id = own.family_id)`;

/** Need to know: words a CAS worker reads must not say who else stays (domain.md §2). */
@Injectable()
export class PeersNamed {
  constructor(private readonly database: Database) {}

  /** @throws Misshapen, at `pointer`, for words that name another family's young person. */
  async refuse(words: string | null | undefined, beside: Beside, pointer = '/words'): Promise<void> {
    if (!words) return;
    const [named] = namesIn(words, await this.givenNames(beside));
    if (named)
      throw Misshapen.at(
        pointer,
        `The key worker may not know who else stays: write “another young person”, not “${named}”.`,
      );
  }

  /** Of everybody else in the unit then, but for the family's own. */
  async givenNames({ unitId, youngPersonId, from, to }: Beside): Promise<string[]> {
    const others = await this.database.rows<{ givenName: string }>(OTHERS, [unitId, youngPersonId, from, to]);
    return others.map(({ givenName }) => givenName);
  }
}
