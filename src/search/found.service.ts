import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { TasksReader, type Task } from '../tasks/tasks.reader';
import { Units, type UnitRecords } from '../units/units.service';
import { hasEveryWord } from '../domain/words-in';
import { TASK_WORDS } from '../domain/task';
import { FoundPeople, type PeopleFound } from './found-people.service';

const TASKS = 500;

/** What there is of these words that this person may know of. */
export interface Found extends PeopleFound {
  readonly tasks: readonly Task[];
  readonly units: readonly UnitRecords[];
}

@Injectable()
export class Finder {
  constructor(
    private readonly people: FoundPeople,
    private readonly tasks: TasksReader,
    private readonly units: Units,
  ) {}

  async find(asked: string, by: Person): Promise<Found> {
    return {
      ...(await this.people.find(asked, by)),
      tasks: may(by.role, 'look at tasks') ? await this.tasksOf(asked, by) : [],
      units: await this.units.own(),
    };
  }

  /** Only by what the reader sees of a task. */
  private async tasksOf(asked: string, by: Person): Promise<Task[]> {
    const { items } = await this.tasks.list({ limit: TASKS }, by);
    return items.filter(({ kind, words, youngPersonName, ownerName }) =>
      hasEveryWord([TASK_WORDS[kind], words, youngPersonName, ownerName].join(' '), asked),
    );
  }
}
