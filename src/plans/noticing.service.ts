import { Injectable } from '@nestjs/common';
import { namesIn } from '../domain/names-in';
import { STATUS_WORDS } from '../domain/stay-words';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, Refused } from '../platform/problem';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';
import type { NewNoticedThingDto } from './noticed-thing.dto';
import { NoticedThings, type NoticedThing } from './noticed-things.reader';

const WRITE = `
  INSERT INTO noticed_things (stay_id, young_person_id, category, words, urgency, noticed_at, noticed_by_name)
  VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`;

/** Given names of everybody else who was in the unit, but for those the family shares with them. */
const OTHERS = `
  SELECT DISTINCT others.given_name AS "givenName" FROM bed_uses
    JOIN young_people AS others ON others.id = bed_uses.young_person_id
    JOIN young_people AS own ON own.id = $2
  WHERE unit_id = $1 AND live AND from_on <= $4 AND to_on >= $3 AND others.family_id <> own.family_id
    AND others.given_name NOT IN (SELECT given_name FROM young_people WHERE family_id = own.family_id)`;

/** Unit staff write down what they notice during a stay; it goes to the family's key worker. */
@Injectable()
export class Noticing {
  constructor(
    private readonly database: Database,
    private readonly stays: StayRecords,
    private readonly things: NoticedThings,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The stay something can be noticed about. @throws NotThere; Refused when it has not begun or never will. */
  async stay(id: string): Promise<Stay> {
    const { stay } = await this.stays.one(id);
    if (stay.status === 'in-residence' || stay.status === 'completed') return stay;
    const remedy = ['held', 'confirmed'].includes(stay.status)
      ? 'Record their arrival first.'
      : 'Nothing can have been noticed during it.';
    const is = STATUS_WORDS[stay.status].text.toLowerCase();
    throw new Refused(`The young person has not stayed: the stay is marked “${is}”. ${remedy}`);
  }

  /** @throws NotThere; Misshapen when it names another young person; Refused */
  async notice(stayId: string, asked: NewNoticedThingDto, by: Person): Promise<NoticedThing> {
    return this.database.transaction(async (tx) => {
      const stay = await this.stay(stayId);
      await this.refuseNamesOfOthers(stay, asked.words);
      const { category, words, urgency } = asked;
      const values = [stayId, stay.youngPersonId, category, words, urgency, this.clock.now(), by.name];
      const [{ id }] = await tx.query<[{ id: string }]>(WRITE, values);
      const about = { youngPersonId: stay.youngPersonId, unitId: stay.unitId, subjectId: id };
      await this.audit.record(tx, by, { action: 'thing.noticed', ...about, after: { stayId, ...asked } });
      return this.things.one(id, by);
    });
  }

  /** The key worker reads it, and may not know who else stays. */
  private async refuseNamesOfOthers(stay: Stay, words: string): Promise<void> {
    const { unitId, youngPersonId, arrivesOn, departsOn } = stay;
    const where = [unitId, youngPersonId, arrivesOn, departsOn];
    const others = await this.database.rows<{ givenName: string }>(OTHERS, where);
    const [named] = namesIn(
      words,
      others.map(({ givenName }) => givenName),
    );
    if (named)
      throw Misshapen.at(
        '/words',
        `The key worker may not know who else stayed: write “another young person”, not “${named}”.`,
      );
  }
}
