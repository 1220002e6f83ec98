import { Injectable } from '@nestjs/common';
import { nightOfArrival } from '../domain/london';
import { People } from '../people/people.service';
import { Clock } from '../platform/clock';
import { NotThere, type Refused } from '../platform/problem';
import { StayRecords } from '../stays/stay-records.service';
import { UnitChoice } from '../units/unit-choice.service';
import { Units } from '../units/units.service';
import type { ClosedUnit } from './closures-list.view';
import type { StayInTheWay } from './closures.service';
import type { NamedStay } from './new-closure.view';

/** What the pages of closures need to know, gathered. */
@Injectable()
export class ClosureFiles {
  constructor(
    private readonly choice: UnitChoice,
    private readonly units: Units,
    private readonly stays: StayRecords,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async unit(unitId: string): Promise<ClosedUnit> {
    const chosen = await this.choice.choose(unitId);
    if (!chosen) throw new NotThere('There is no unit yet.');
    const { unit, units } = chosen;
    const { rooms, inForce } = await this.units.one(unit.id);
    return { unit, units, rooms, tonight: nightOfArrival(this.clock.now(), inForce.nightRollsAt) };
  }

  /** The stays a refused closure named. */
  async inTheWay({ also }: Refused): Promise<NamedStay[]> {
    const stays = (also['stays'] ?? []) as readonly StayInTheWay[];
    const whose = await Promise.all(stays.map(async ({ stayId }) => (await this.stays.one(stayId)).stay));
    const names = await this.people.namesOf(whose.map(({ youngPersonId }) => youngPersonId));
    return stays.map((stay, index) => ({
      ...stay,
      name: names.get(whose[index]?.youngPersonId ?? '') ?? 'A young person',
    }));
  }
}
