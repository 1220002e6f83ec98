import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Room, StayStatus } from '../domain/diary';
import { fullName, type Named } from '../domain/full-name';
import { initialsOf } from '../domain/initials';
import type { Nights } from '../domain/nights';
import { roomName } from '../domain/room-name';
import type { StayOnCalendar } from '../domain/stay-event';
import { familiesOf, unitsOf } from '../platform/about/families-of';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { may } from '../platform/may';

interface Row extends Nights, Named {
  readonly id: string;
  readonly unitName: string;
  readonly status: StayStatus;
  readonly holdExpiresAt: Date | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly room: Pick<Room, 'number' | 'name'> | null;
}

/** `$1` units, `$2` families, `null` for every one; `$3` and `$4` the days. The room is the one it begins in. */
const STAYS = `
  SELECT stays.id, units.name AS "unitName", given_name AS "givenName", family_name AS "familyName", status,
    arrives_on AS "from", departs_on AS "to", hold_expires_at AS "holdExpiresAt", version,
    coalesce((SELECT max(at) FROM audit_entries WHERE subject_id = stays.id AND action LIKE 'stay.%'),
      stays.created_at) AS "changedAt",
    (SELECT json_build_object('number', rooms.number, 'name', rooms.name) FROM bed_uses
       JOIN rooms ON rooms.id = room_id WHERE stay_id = stays.id ORDER BY from_on LIMIT 1) AS room
  FROM stays JOIN units ON units.id = unit_id JOIN young_people ON young_people.id = young_person_id
  WHERE ($1::uuid[] IS NULL OR unit_id = ANY ($1)) AND ($2::uuid[] IS NULL OR family_id = ANY ($2))
    AND departs_on >= $3 AND arrives_on < $4
  ORDER BY arrives_on, stays.id`;

/** The stays somebody may follow: unit staff those of their units, a CAS worker those of their families, without rooms. */
@Injectable()
export class CalendarStays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(by: Person, { from, to }: Nights): Promise<StayOnCalendar[]> {
    const families = by.role === 'worker' ? await familiesOf(this.database, by) : undefined;
    const asked = [unitsOf(by), families ? [...families] : null, from, to];
    const rows = await this.database.rows<Row>(STAYS, asked);
    return rows.map((row) => onCalendar(row, may(by.role, 'know who stays'), this.clock.now()));
  }
}

function onCalendar(row: Row, knowsRooms: boolean, now: Date): StayOnCalendar {
  const { id, unitName, from, to, status, holdExpiresAt, version, changedAt, room } = row;
  const hasRunOut = status === 'held' && holdExpiresAt !== null && holdExpiresAt <= now;
  return {
    uid: `${createHash('sha256').update(`stay ${id}`).digest('hex').slice(0, 32)}@short-breaks`,
    initials: initialsOf(fullName(row)),
    unitName,
    room: knowsRooms && room ? roomName(room) : null,
    nights: { from, to },
    status: hasRunOut ? 'cancelled' : status,
    // A hold that ran out counts as changed already: whoever writes it down later makes the number no other.
    changes: hasRunOut ? version : version - 1,
    changedAt: hasRunOut ? holdExpiresAt : changedAt,
  };
}
