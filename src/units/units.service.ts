import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { londonDate } from '../domain/london';
import { unitsOfAsker } from '../platform/about/families-of';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { Contract } from './contract.entity';
import { Room } from './room.entity';
import { inForceOn, SINCE_ALWAYS, UnitSettingsRecord, withoutSuperseded } from './unit-settings.entity';
import type { NewContractDto, NewUnitDto } from './unit.dto';
import { Unit } from './unit.entity';

export interface UnitRecords {
  readonly unit: Unit;
  readonly rooms: readonly Room[];
  readonly contracts: readonly Contract[];
  /** Oldest first, each the one in force from its date. */
  readonly settings: readonly UnitSettingsRecord[];
  readonly inForce: UnitSettingsRecord;
}

@Injectable()
export class Units {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<UnitRecords[]> {
    const units = await this.database.manager.find(Unit, { order: { createdAt: 'ASC', id: 'ASC' } });
    return this.withRecords(units);
  }

  /** Those whoever asks works for. */
  async own(): Promise<UnitRecords[]> {
    const own = unitsOfAsker();
    return (await this.all()).filter(({ unit }) => own?.includes(unit.id) ?? true);
  }

  /** @throws NotThere */
  async one(id: string): Promise<UnitRecords> {
    const [records] = await this.withRecords(await this.database.manager.findBy(Unit, { id }));
    if (!records) throw new NotThere('There is no such unit.');
    return records;
  }

  async open(asked: NewUnitDto, by: Actor): Promise<UnitRecords> {
    refuseImpossibleUnit(asked);
    const { id } = await this.database.transaction(async (tx) => {
      const unit = await tx.save(Unit, { name: asked.name });
      const unitId = unit.id;
      await tx.insert(
        Room,
        asked.rooms.map(({ number, name, features = [] }) => ({ unitId, number, name, features })),
      );
      const { from: ageFrom, to: ageTo } = asked.ageRange;
      await tx.insert(UnitSettingsRecord, {
        unitId,
        fromOn: SINCE_ALWAYS,
        places: asked.places,
        ageFrom,
        ageTo,
        recordedByName: by.name,
      });
      await this.audit.record(tx, by, { action: 'unit.opened', unitId, subjectId: unitId, after: asked });
      return unit;
    });
    return this.one(id);
  }

  /** @throws Refused when it overlaps another contract of the unit. */
  async addContract(unitId: string, asked: NewContractDto, by: Actor): Promise<Contract> {
    if (asked.endsOn <= asked.startsOn)
      throw Misshapen.at('/endsOn', 'A contract must end after it starts; the end date is not part of it.');
    return this.gate.change(unitId, async (tx) => {
      const others = await tx.findBy(Contract, { unitId });
      const overlapped = others.find(
        ({ startsOn, endsOn }) => startsOn < asked.endsOn && asked.startsOn < endsOn,
      );
      if (overlapped)
        throw new Refused(`It overlaps the contract from ${overlapped.startsOn} to ${overlapped.endsOn}.`);
      const contract = await tx.save(Contract, { spotPricePencePerNight: null, ...asked, unitId });
      await this.audit.record(tx, by, {
        action: 'contract.added',
        unitId,
        subjectId: contract.id,
        after: asked,
      });
      return contract;
    });
  }

  private async withRecords(units: readonly Unit[]): Promise<UnitRecords[]> {
    const unitId = In(units.map(({ id }) => id));
    const { manager } = this.database;
    const rooms = await manager.find(Room, { where: { unitId }, order: { number: 'ASC' } });
    const contracts = await manager.find(Contract, { where: { unitId }, order: { startsOn: 'ASC' } });
    const settings = await manager.find(UnitSettingsRecord, {
      where: { unitId },
      order: { recordedAt: 'ASC' },
    });
    const today = londonDate(this.clock.now());
    return units.map((unit) => {
      const ofUnit = <T extends { unitId: string }>(records: readonly T[]) =>
        records.filter((r) => r.unitId === unit.id);
      const own = withoutSuperseded(ofUnit(settings));
      return {
        unit,
        rooms: ofUnit(rooms),
        contracts: ofUnit(contracts),
        settings: own,
        inForce: inForceOn(own, today),
      };
    });
  }
}

function refuseImpossibleUnit({ ageRange, rooms }: NewUnitDto): void {
  if (ageRange.to < ageRange.from)
    throw Misshapen.at('/ageRange/to', 'The upper age must not be below the lower.');
  const numbers = rooms.map(({ number }) => number);
  const repeated = numbers.findIndex((number, index) => numbers.indexOf(number) < index);
  if (repeated >= 0)
    throw Misshapen.at(`/rooms/${repeated}/number`, 'Two rooms cannot have the same number.');
}
