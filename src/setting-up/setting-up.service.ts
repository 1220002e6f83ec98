import { Injectable } from '@nestjs/common';
import { setupSteps, type SetupFacts, type SetupStep } from '../domain/setting-up';
import { PeopleCount } from '../people/people-count.reader';
import type { Person } from '../platform/actor';
import { StayRecords } from '../stays/stay-records.service';
import { Units, type UnitRecords } from '../units/units.service';

export interface Setup {
  /** None while there is no unit. */
  readonly records: UnitRecords | undefined;
  readonly facts: SetupFacts;
  readonly steps: readonly SetupStep[];
}

/** How far a unit is on the way to a filled board. */
@Injectable()
export class SettingUp {
  constructor(
    private readonly units: Units,
    private readonly people: PeopleCount,
    private readonly stays: StayRecords,
  ) {}

  async of(unitId: string | undefined, by: Person): Promise<Setup> {
    const records = unitId ? await this.units.one(unitId) : undefined;
    const facts = {
      rooms: records?.rooms.length ?? 0,
      contracts: records?.contracts.length ?? 0,
      people: await this.people.of(by),
      stays: unitId ? (await this.stays.list({ unitId, limit: 1 })).items.length : 0,
    };
    return { records, facts, steps: setupSteps(facts) };
  }
}
