import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { siblingsOnce, type BookedTogether, type Sibling } from '../domain/siblings';
import type { Nights } from '../domain/nights';
import { Clock } from '../platform/clock';
import type { Stay } from './stay.entity';

/** Of one family: what was booked in one go for several families is each family's own. */
const TOGETHER = `
  SELECT own.id, json_build_object('from', own.arrives_on, 'to', own.departs_on) AS now,
    json_agg(json_build_object('stayId', other.id, 'youngPersonId', other.young_person_id,
      'nights', json_build_object('from', other.arrives_on, 'to', other.departs_on))) AS together
  FROM stays AS own
  JOIN stays AS other ON other.group_id = own.group_id AND other.id <> own.id
  JOIN young_people AS self ON self.id = own.young_person_id
  JOIN young_people AS sibling ON sibling.id = other.young_person_id AND sibling.family_id = self.family_id
  WHERE own.id = ANY ($1::uuid[]) AND (other.status IN ('confirmed', 'in-residence')
    OR other.status = 'held' AND other.hold_expires_at > $2)
  GROUP BY own.id`;

interface Row {
  readonly id: string;
  readonly now: Nights;
  readonly together: BookedTogether[];
}

/** Whom stays were booked together with, as it would be once they are changed. */
@Injectable()
export class StaySiblings {
  constructor(private readonly clock: Clock) {}

  /** By stay; nothing of one that was booked alone, or is apart from the others already. */
  async once(tx: EntityManager, changed: readonly Stay[]): Promise<ReadonlyMap<string, readonly Sibling[]>> {
    const grouped = changed.filter(({ groupId }) => groupId !== null).map(({ id }) => id);
    if (grouped.length === 0) return new Map();
    const nights = new Map(
      changed.map(({ id, arrivesOn, departsOn }) => [id, { from: arrivesOn, to: departsOn }]),
    );
    const rows = await tx.query<Row[]>(TOGETHER, [grouped, this.clock.now()]);
    return new Map(rows.map(({ id, now, together }) => [id, siblingsOnce(nights, now, together)]));
  }
}
