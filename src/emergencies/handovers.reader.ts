import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { morningAfter } from '../domain/emergency-deadlines';
import { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { NotThere } from '../platform/problem';
import { noted } from '../platform/request-context';
import { Stay } from '../stays/stay.entity';
import { TasksReader, type Task } from '../tasks/tasks.reader';
import { Room } from '../units/room.entity';
import { inForceOn } from '../units/unit-settings.entity';
import { Units, type UnitRecords } from '../units/units.service';
import { EmergencyClaim } from './emergency-claim.entity';
import { Handover } from './handover.entity';

export interface WhoCame {
  readonly claim: EmergencyClaim;
  readonly child: YoungPerson;
  readonly stay: Stay;
  readonly room: Room | undefined;
}

/** A planned stay that lost its bed that night. */
export interface Displaced {
  readonly claimId: string;
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly youngPersonName: string;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
  readonly reason: string;
  readonly requestId: string | null;
  readonly datesOffered: readonly CalendarDate[];
}

export interface UnitHandover {
  readonly unitId: string;
  readonly unitName: string;
  readonly night: CalendarDate;
  readonly came: readonly WhoCame[];
  readonly displaced: readonly Displaced[];
  readonly tasks: readonly Task[];
  readonly dueAt: Date;
  readonly alarmAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  /** Nobody acknowledged it in time. */
  readonly alarm: boolean;
}

const DISPLACED = `
  SELECT claim_id AS "claimId", stay_id AS "stayId", displacements.young_person_id AS "youngPersonId",
    given_name || ' ' || family_name AS "youngPersonName", arrives_on::text AS "arrivesOn",
    departs_on::text AS "departsOn", reason, request_id AS "requestId", dates_offered::text[] AS "datesOffered"
  FROM displacements
    JOIN stays ON stays.id = stay_id
    JOIN young_people ON young_people.id = displacements.young_person_id
  WHERE claim_id = ANY ($1::uuid[]) ORDER BY arrives_on, displacements.id`;

/** Where each begins: the first room of a stay. */
const ROOMS = `
  SELECT DISTINCT ON (stay_id) stay_id AS "stayId", room_id AS "roomId" FROM bed_uses
  WHERE stay_id = ANY ($1::uuid[]) AND room_id IS NOT NULL ORDER BY stay_id, from_on`;

/** What a night left behind, read afresh, all of one moment. */
@Injectable()
export class HandoversReader {
  constructor(
    private readonly database: Database,
    private readonly units: Units,
    private readonly tasks: TasksReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Of every unit somebody came to, or of the one asked for. The emergency duty team reads of those they claimed for,
   * and nothing of the unit's own. @throws NotThere for an unknown unit.
   */
  async ofNight(night: CalendarDate, unitId: string | undefined, by: Person): Promise<UnitHandover[]> {
    return this.database.snapshot(async () => {
      const asked = unitId ? [await this.units.one(unitId)] : await this.units.own();
      const seesAll = by.role !== 'edt';
      const claims = await this.database.manager.find(EmergencyClaim, {
        where: { night, ...(unitId ? { unitId } : {}), ...(seesAll ? {} : { claimedById: by.id }) },
        order: { claimedAt: 'ASC', id: 'ASC' },
      });
      const came = await this.whoCame(claims);
      noted()?.filesOf.push(...came.map(({ child }) => child.id));
      const handovers: UnitHandover[] = [];
      for (const records of asked) {
        const own = came.filter(({ claim }) => claim.unitId === records.unit.id);
        if (own.length > 0 || (unitId && seesAll)) handovers.push(await this.one(records, night, own, by));
      }
      if (unitId && handovers.length === 0) throw new NotThere('There is no such handover.');
      return handovers;
    });
  }

  private async one(
    { unit, settings }: UnitRecords,
    night: CalendarDate,
    came: readonly WhoCame[],
    by: Person,
  ): Promise<UnitHandover> {
    const { handoverBy, handoverAlarmAt } = inForceOn(settings, addDays(night, 1));
    const handover = await this.database.manager.findOneBy(Handover, { unitId: unit.id, night });
    const alarmAt = morningAfter(night, handoverAlarmAt);
    const claimIds = came.map(({ claim }) => claim.id);
    return {
      ...{ unitId: unit.id, unitName: unit.name, night, came, alarmAt },
      displaced: by.role === 'edt' ? [] : await this.database.rows<Displaced>(DISPLACED, [claimIds]),
      tasks: may(by.role, 'look at tasks')
        ? await this.tasks.ofStays(
            came.map(({ stay }) => stay.id),
            by,
          )
        : [],
      dueAt: morningAfter(night, handoverBy),
      acknowledgedAt: handover?.acknowledgedAt ?? null,
      acknowledgedBy: handover?.acknowledgedByName ?? null,
      alarm: handover !== null && !handover.acknowledgedAt && alarmAt <= this.clock.now(),
    };
  }

  private async whoCame(claims: readonly EmergencyClaim[]): Promise<WhoCame[]> {
    const { manager } = this.database;
    const stayIds = claims.map(({ stayId }) => stayId);
    const children = await manager.findBy(YoungPerson, {
      id: In(claims.map(({ youngPersonId }) => youngPersonId)),
    });
    const stays = await manager.findBy(Stay, { id: In(stayIds) });
    const first = await this.database.rows<{ stayId: string; roomId: string }>(ROOMS, [stayIds]);
    const rooms = await manager.findBy(Room, { id: In(first.map(({ roomId }) => roomId)) });
    return claims.flatMap((claim) => {
      const child = children.find(({ id }) => id === claim.youngPersonId);
      const stay = stays.find(({ id }) => id === claim.stayId);
      const roomId = first.find(({ stayId }) => stayId === claim.stayId)?.roomId;
      return child && stay ? [{ claim, child, stay, room: rooms.find(({ id }) => id === roomId) }] : [];
    });
  }
}
