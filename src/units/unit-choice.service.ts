import { Injectable } from '@nestjs/common';
import { londonDate } from '../domain/london';
import { Clock } from '../platform/clock';
import { NotThere } from '../platform/problem';
import { isId } from '../platform/sent-form';
import type { Contract } from './contract.entity';
import type { UnitSettingsRecord } from './unit-settings.entity';
import type { Unit } from './unit.entity';
import type { UnitRecords } from './units.service';
import { Units } from './units.service';

/** The unit a page is about, and those its header offers instead. */
export interface ChosenUnit {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly contracts: readonly Contract[];
  readonly settings: readonly UnitSettingsRecord[];
}

@Injectable()
export class UnitChoice {
  constructor(
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  /** The unit named, or else the first at work today; none while there is none. @throws NotThere for one unknown. */
  async choose(unitId: string): Promise<ChosenUnit | undefined> {
    if (unitId && !isId(unitId)) throw new NotThere('There is no such unit.');
    const all = await this.units.own();
    const chosen = unitId ? all.find(({ unit }) => unit.id === unitId.toLowerCase()) : this.firstAtWork(all);
    if (unitId && !chosen) throw new NotThere('There is no such unit.');
    if (!chosen) return undefined;
    const { unit, contracts, settings } = chosen;
    return { unit, contracts, settings, units: all.map((each) => each.unit) };
  }

  private firstAtWork(all: readonly UnitRecords[]): UnitRecords | undefined {
    const today = londonDate(this.clock.now());
    const atWork = all.find(({ contracts }) =>
      contracts.some(({ startsOn, endsOn }) => startsOn <= today && today < endsOn),
    );
    return atWork ?? all[0];
  }
}
