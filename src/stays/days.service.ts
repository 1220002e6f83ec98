import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { daysWork, type DaysWork } from '../domain/days-work';
import type { Lodging } from '../domain/diary';
import { People } from '../people/people.service';
import type { Stay } from './stay.entity';
import { StayRecords } from './stay-records.service';
import type { Room } from '../units/room.entity';
import { Units } from '../units/units.service';

const MOST = 500;

export type LodgedToday = Stay & { readonly lodgings: readonly Lodging[] };

/** The comings and goings of a unit, for those who know who stays. */
export interface DayFile {
  readonly today: CalendarDate;
  readonly work: DaysWork<LodgedToday>;
  readonly rooms: readonly Room[];
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class Days {
  constructor(
    private readonly stays: StayRecords,
    private readonly units: Units,
    private readonly people: People,
  ) {}

  async of(unitId: string): Promise<DayFile> {
    const { today } = this.stays;
    const { items: confirmed } = await this.stays.list({
      ...{ unitId, status: 'confirmed', to: addDays(today, 2), limit: MOST },
    });
    const { items: here } = await this.stays.list({ unitId, status: 'in-residence', limit: MOST });
    const all = [...confirmed, ...here].map(({ stay, lodgings }) => ({ ...stay, lodgings }));
    const { rooms } = await this.units.one(unitId);
    const names = await this.people.namesOf(all.map(({ youngPersonId }) => youngPersonId));
    return { today, work: daysWork(all, today), rooms, names };
  }
}
