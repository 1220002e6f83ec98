import { Injectable } from '@nestjs/common';
import { familiesOf } from '../platform/about/families-of';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';

const COUNT = `
  SELECT count(*)::int AS count FROM young_people WHERE $1::uuid[] IS NULL OR family_id = ANY ($1)`;

/** How many young people are on file whom somebody may know of; whoever they are. */
@Injectable()
export class PeopleCount {
  constructor(private readonly database: Database) {}

  async of(by: Actor): Promise<number> {
    const own = await familiesOf(this.database, by);
    const [row] = await this.database.rows<{ count: number }>(COUNT, [own ? [...own] : null]);
    return row?.count ?? 0;
  }
}
