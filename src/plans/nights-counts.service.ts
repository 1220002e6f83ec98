import { Injectable } from '@nestjs/common';
import { londonDate } from '../domain/london';
import { counters, type NightsCounted } from '../domain/nights-counted';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Units } from '../units/units.service';
import { TimesAway } from './times-away.reader';

/** Where there is no unit yet (SI 2010/959, regulation 48). */
const LEGAL = { yearNights: 75, seriesNights: 17 };

export interface CountedNights {
  readonly youngPersonId: string;
  readonly today: string;
  /** The most nights of 12 months, and of one stay, that need no authority. */
  readonly mostNights: number;
  readonly mostNightsOfOneStay: number;
  readonly upToToday: NightsCounted;
  readonly ahead: NightsCounted | null;
  readonly thisYear: NightsCounted;
  readonly lastYear: NightsCounted;
}

/** How many nights and days a young person is away from home, against what needs an authority. */
@Injectable()
export class NightsCounts {
  constructor(
    private readonly away: TimesAway,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere, for a young person of another worker's family too. */
  async of(youngPersonId: string, by: Person): Promise<CountedNights> {
    await this.caseload.refuseStrangersAmong([youngPersonId], by);
    await this.people.one(youngPersonId);
    const today = londonDate(this.clock.now());
    const { ahead, ...counted } = counters(await this.away.of(youngPersonId), today);
    return { youngPersonId, today, ...(await this.limits()), ...counted, ahead: ahead ?? null };
  }

  /** Of the strictest unit: the young person may be booked at any. */
  private async limits() {
    const units = (await this.units.all()).map(({ inForce }) => inForce);
    const strictest = (name: keyof typeof LEGAL) =>
      units.length > 0 ? Math.min(...units.map((settings) => settings[name])) : LEGAL[name];
    return { mostNights: strictest('yearNights'), mostNightsOfOneStay: strictest('seriesNights') };
  }
}
