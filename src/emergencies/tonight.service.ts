import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import type { Room } from '../domain/diary';
import { londonDate, londonInstant } from '../domain/london';
import { NIGHTS_AHEAD, tonightFacts, type TonightFacts } from '../domain/tonight-facts';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { may } from '../platform/may';
import { DiaryReader } from '../stays/diary.reader';
import type { Unit } from '../units/unit.entity';
import { UnitChoice } from '../units/unit-choice.service';
import { inForceOn } from '../units/unit-settings.entity';

/** One unit's night. */
interface UnitTonight {
  readonly unit: Unit;
  readonly facts: TonightFacts;
  readonly rooms: readonly Room[];
}

export interface ShownTonight extends UnitTonight {
  readonly now: Date;
  /** The usual time on the day of the next arrival. */
  readonly arrivalsFrom: string;
  /** When the next night begins, and all this is out of date. */
  readonly endsAt: Date;
  /** Every unit in their order, this one too. */
  readonly units: readonly UnitTonight[];
  /** Of those who stay or are expected, for those who may know who stays. */
  readonly names: ReadonlyMap<string, string> | undefined;
}

/** Is there a bed tonight? Read afresh each time: whoever asks may send somebody on the strength of it. */
@Injectable()
export class Tonight {
  constructor(
    private readonly choice: UnitChoice,
    private readonly diaries: DiaryReader,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** None while there is no unit. @throws NotThere for one unknown. */
  async show(unitId: string, { role }: Person): Promise<ShownTonight | undefined> {
    const chosen = await this.choice.choose(unitId);
    if (!chosen) return undefined;
    const now = this.clock.now();
    const units = await Promise.all(chosen.units.map((unit) => this.read(unit, now)));
    const own = units.find(({ unit }) => unit.id === chosen.unit.id);
    if (!own) return undefined;
    const { facts } = own;
    const day = facts.nextArrivals[0]?.nights.from ?? facts.on;
    const { arrivalsFrom } = inForceOn(chosen.settings, day);
    const tomorrow = addDays(facts.on, 1);
    const endsAt = londonInstant(tomorrow, inForceOn(chosen.settings, tomorrow).nightRollsAt);
    const names = may(role, 'know who stays') ? await this.namesIn(facts) : undefined;
    return { ...own, now, arrivalsFrom, endsAt, units, names };
  }

  private async read(unit: Unit, now: Date): Promise<UnitTonight> {
    const yesterday = addDays(londonDate(now), -1);
    const nights = { from: yesterday, to: addDays(yesterday, NIGHTS_AHEAD + 1) };
    const diary = await this.diaries.read(unit.id, nights, []);
    return { unit, facts: tonightFacts(diary), rooms: diary.rooms };
  }

  private async namesIn({ guests, nextArrivals }: TonightFacts): Promise<ReadonlyMap<string, string>> {
    return this.people.namesOf([...guests, ...nextArrivals].map(({ youngPersonId }) => youngPersonId));
  }
}
