import { Injectable } from '@nestjs/common';
import { inEveryText } from '../domain/in-every-text';
import { withoutOthers, type Known } from '../domain/without-others';
import { Database } from '../platform/database';

const EVERYBODY = `
  SELECT young_people.id, family_id AS "familyId", given_name AS "givenName", family_name AS "familyName",
    case_reference AS "caseReference", families.reference AS "familyReference", not_known AS "notKnown"
  FROM young_people JOIN families ON families.id = family_id`;

/** Everybody whom words about one young person must not name. */
@Injectable()
export class Everybody {
  constructor(private readonly database: Database) {}

  /** What is kept of a young person, with every other taken out of each text in it, siblings too. */
  async takenOutOf<T>(kept: T, youngPersonId: string): Promise<T> {
    const everybody = await this.database.rows<Known>(EVERYBODY);
    const subject = everybody.find(({ id }) => id === youngPersonId);
    if (!subject) throw new Error('Nobody is on file whom this is about.');
    const others = everybody.filter((each) => each !== subject);
    return inEveryText(kept, withoutOthers(subject, others));
  }
}
