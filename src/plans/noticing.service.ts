import { Injectable } from '@nestjs/common';
import { STATUS_WORDS } from '../domain/stay-words';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Refused } from '../platform/problem';
import { PeersNamed } from '../stays/peers-named.service';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';
import type { NewNoticedThingDto } from './noticed-thing.dto';
import { NoticedThings, type NoticedThing } from './noticed-things.reader';

const WRITE = `
  INSERT INTO noticed_things (stay_id, young_person_id, category, words, urgency, noticed_at, noticed_by_name)
  VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`;

/** Unit staff write down what they notice during a stay; it goes to the family's key worker. */
@Injectable()
export class Noticing {
  constructor(
    private readonly database: Database,
    private readonly stays: StayRecords,
    private readonly things: NoticedThings,
    private readonly peers: PeersNamed,
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
      const { unitId, youngPersonId, arrivesOn: from, departsOn: to } = stay;
      await this.peers.refuse(asked.words, { unitId, youngPersonId, from, to });
      const { category, words, urgency } = asked;
      const values = [stayId, youngPersonId, category, words, urgency, this.clock.now(), by.name];
      const [{ id }] = await tx.query<[{ id: string }]>(WRITE, values);
      const about = { youngPersonId, unitId, subjectId: id };
      await this.audit.record(tx, by, { action: 'thing.noticed', ...about, after: { stayId, ...asked } });
      return this.things.one(id, by);
    });
  }
}
