import { Injectable } from '@nestjs/common';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { StayRecords } from '../stays/stay-records.service';
import type { Stay } from '../stays/stay.entity';
import { TasksReader, type Task } from '../tasks/tasks.reader';
import type { Room } from '../units/room.entity';
import type { Unit } from '../units/unit.entity';
import { Units } from '../units/units.service';
import { ClaimRecords } from './claim-records.service';
import { Displacement } from './displacement.entity';
import type { EmergencyClaim } from './emergency-claim.entity';

/** Everything told about one claim. */
export interface ClaimFile {
  readonly claim: EmergencyClaim;
  readonly child: YoungPerson;
  readonly stay: Stay;
  readonly unit: Unit;
  /** The first, where rooms change within the stay. */
  readonly room: Room | undefined;
  /** How many planned stays lost their beds. */
  readonly displaced: number;
  /** None for the emergency duty team: they are the unit's. */
  readonly tasks: readonly Task[];
  readonly now: Date;
}

@Injectable()
export class ClaimFiles {
  constructor(
    private readonly records: ClaimRecords,
    private readonly stays: StayRecords,
    private readonly units: Units,
    private readonly people: People,
    private readonly tasks: TasksReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere, also to somebody of the emergency duty team who did not make it. */
  async open(id: string, by: Person): Promise<ClaimFile> {
    const claim = await this.records.one(id, by);
    const { stay, lodgings } = await this.stays.one(claim.stayId);
    const { unit, rooms } = await this.units.one(claim.unitId);
    return {
      ...{ claim, stay, unit },
      child: await this.people.one(claim.youngPersonId),
      room: rooms.find((room) => room.id === lodgings[0]?.roomId),
      displaced: await this.database.manager.countBy(Displacement, { claimId: id }),
      tasks: may(by.role, 'look at tasks') ? await this.tasks.ofStays([claim.stayId], by) : [],
      now: this.clock.now(),
    };
  }
}
