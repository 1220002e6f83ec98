import { Injectable } from '@nestjs/common';
import { addDays } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { People } from '../people/people.service';
import { Days, type DayFile } from '../stays/days.service';
import { TasksReader, type Task } from '../tasks/tasks.reader';
import type { DayVisitRecord } from '../visits/day-visit.entity';
import { VisitRecords } from '../visits/visit-records.service';

/** Today in the unit, beside its board, for those who know who stays. */
export interface BoardSide {
  readonly day: DayFile;
  readonly visits: readonly DayVisitRecord[];
  readonly tasks: readonly Task[];
  /** Of everybody in it. */
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class BoardSides {
  constructor(
    private readonly days: Days,
    private readonly visits: VisitRecords,
    private readonly tasks: TasksReader,
    private readonly people: People,
  ) {}

  async of(unitId: string): Promise<BoardSide> {
    const day = await this.days.of(unitId);
    const { items } = await this.visits.list({ unitId, from: day.today, to: addDays(day.today, 1) });
    const visits = items.filter(({ status }) => status !== 'cancelled');
    const due = (await this.tasks.ofUnit(unitId)).filter(({ dueAt }) => londonDate(dueAt) <= day.today);
    const visitors = await this.people.namesOf(visits.map(({ youngPersonId }) => youngPersonId));
    return { day, visits, tasks: due, names: new Map([...day.names, ...visitors]) };
  }
}
