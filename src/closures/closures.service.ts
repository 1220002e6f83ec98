import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween, laterOf } from '../domain/calendar-date';
import { nightOfArrival } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { FreedNights } from '../platform/freed-nights';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { Units } from '../units/units.service';
import type { ClosureEndingDto, ClosureQuery, NewClosureDto } from './closure.dto';
import { ClosureRecord } from './closure.entity';

const LONGEST = 3660;

const IN_THE_WAY = `
  SELECT stay_id AS "stayId", room_id AS "roomId", min(from_on) AS "arrivesOn", max(to_on) AS "departsOn"
  FROM bed_uses WHERE unit_id = $1 AND live AND stay_id IS NOT NULL AND from_on < $3 AND to_on > $2
    AND ($4::uuid IS NULL OR room_id = $4)
  GROUP BY stay_id, room_id ORDER BY min(from_on), stay_id`;

const CLOSE_BEDS = `
  INSERT INTO bed_uses (unit_id, room_id, bed, from_on, to_on, closure_id, party, whole_unit)
  SELECT $1, $2, (SELECT number FROM rooms WHERE id = $2), $3, $4, $5, $1, $2 IS NULL`;

export interface StayInTheWay {
  readonly stayId: string;
  readonly roomId: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
}

@Injectable()
export class Closures {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly units: Units,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly freed: FreedNights,
  ) {}

  async list({ unitId, from, to }: ClosureQuery): Promise<ClosureRecord[]> {
    const rows = this.database.manager.createQueryBuilder(ClosureRecord, 'closure');
    rows.where('closure.unitId = :unitId', { unitId });
    if (from) rows.andWhere('closure.toOn > :from', { from });
    if (to) rows.andWhere('closure.fromOn < :to', { to });
    return rows.orderBy('closure.fromOn').addOrderBy('closure.id').getMany();
  }

  /** @throws Refused naming the stays in the way: they are moved or cancelled first, by somebody who says why. */
  async close(asked: NewClosureDto, by: Person): Promise<ClosureRecord> {
    const { unitId, fromOn, toOn, kind, reason } = asked;
    const roomId = asked.roomId ?? null;
    refuseImpossibleDates(asked);
    return this.gate.change(unitId, async (tx) => {
      const { rooms } = await this.units.one(unitId);
      if (roomId && !rooms.some(({ id }) => id === roomId))
        throw Misshapen.at('/roomId', 'This unit has no such room.');
      const stays = await tx.query<StayInTheWay[]>(IN_THE_WAY, [unitId, fromOn, toOn, roomId]);
      if (stays.length > 0) throw new Refused(sayInTheWay(stays.length), [], { stays });
      const closure = await tx.save(ClosureRecord, {
        ...{ id: randomUUID(), unitId, roomId, fromOn, toOn, kind, reason, recordedByName: by.name },
        ...{ endedAt: null, endedByName: null, endedReason: null },
      });
      await tx.query(CLOSE_BEDS, [unitId, roomId, fromOn, toOn, closure.id]);
      await this.audit.record(tx, by, {
        action: 'closure.made',
        unitId,
        subjectId: closure.id,
        after: asked,
        reason,
      });
      return closure;
    });
  }

  /** The nights from `on` are in use again; those before stay closed. */
  async end(
    id: string,
    { on, reason = 'no longer needed' }: ClosureEndingDto,
    by: Person,
  ): Promise<ClosureRecord> {
    const { unitId } = await this.one(id);
    return this.gate.change(unitId, async (tx) => {
      const before = await this.one(id, tx);
      const { rooms, inForce } = await this.units.one(unitId);
      const tonight = nightOfArrival(this.clock.now(), inForce.nightRollsAt);
      const toOn = laterOf(before.fromOn, on ?? tonight);
      if (before.endedAt || toOn >= before.toOn)
        throw new Refused(`The closure ends on ${sayDate(before.toOn)} as it is.`);
      const ended = { toOn, endedAt: this.clock.now(), endedByName: by.name, endedReason: reason };
      await tx.update(ClosureRecord, { id }, ended);
      await reopenBeds(tx, id, before.fromOn, toOn);
      const beds = before.roomId ? 1 : rooms.length;
      this.freed.publish({ unitId, nights: { from: toOn, to: before.toOn }, beds });
      await this.audit.record(tx, by, {
        action: 'closure.ended',
        unitId,
        subjectId: id,
        before,
        after: ended,
        reason,
      });
      return { ...before, ...ended };
    });
  }

  /** @throws NotThere */
  async one(id: string, manager: EntityManager = this.database.manager): Promise<ClosureRecord> {
    const closure = await manager.findOneBy(ClosureRecord, { id });
    if (!closure) throw new NotThere('There is no such closure.');
    return closure;
  }
}

function sayInTheWay(count: number): string {
  return count === 1
    ? 'One stay is in the way. Move or cancel it first.'
    : `${count} stays are in the way. Move or cancel them first.`;
}

async function reopenBeds(tx: EntityManager, closureId: string, fromOn: string, toOn: string): Promise<void> {
  if (toOn > fromOn)
    await tx.query('UPDATE bed_uses SET to_on = $2 WHERE closure_id = $1', [closureId, toOn]);
  else await tx.query('DELETE FROM bed_uses WHERE closure_id = $1', [closureId]);
}

function refuseImpossibleDates({ fromOn, toOn }: NewClosureDto): void {
  if (toOn <= fromOn)
    throw Misshapen.at('/toOn', 'A closure must have a night: it ends on a later day than it begins.');
  if (daysBetween(fromOn, toOn) > LONGEST)
    throw Misshapen.at('/toOn', 'A closure can last ten years at most.');
}
