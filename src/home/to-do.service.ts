import { Injectable } from '@nestjs/common';
import { AssessmentRequests } from '../compatibility/assessment-requests.service';
import { addDays } from '../domain/calendar-date';
import { conflictsIn } from '../domain/conflicts';
import { londonDate } from '../domain/london';
import { isPast } from '../domain/say-deadline';
import { HandoverStates, type HandoverState } from '../emergencies/handover-states.reader';
import { Outbox } from '../outbox/outbox.service';
import { ReviewsDue } from '../plans/reviews-due.service';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { may } from '../platform/may';
import { SettingUp } from '../setting-up/setting-up.service';
import { DiaryReader } from '../stays/diary.reader';
import { TasksReader } from '../tasks/tasks.reader';

/** How far ahead a conflict is told of: as far as the board shows at most. */
const AHEAD = 28;

/** How much of each kind waits for whoever asks; `undefined` where their role has nothing to do with it. */
export interface ToDo {
  readonly today: string;
  readonly conflicts: number | undefined;
  readonly handovers: readonly HandoverState[] | undefined;
  readonly assessments: number | undefined;
  readonly tasks: { readonly count: number; readonly overdue: number } | undefined;
  readonly reviews: number | undefined;
  readonly unsent: number | undefined;
  /** Of a unit that is not set up yet, for those who can do it. */
  readonly setup: { readonly done: number; readonly all: number } | undefined;
}

@Injectable()
export class ToDos {
  constructor(
    private readonly diaries: DiaryReader,
    private readonly handovers: HandoverStates,
    private readonly assessments: AssessmentRequests,
    private readonly tasks: TasksReader,
    private readonly reviews: ReviewsDue,
    private readonly outbox: Outbox,
    private readonly settingUp: SettingUp,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string, by: Person): Promise<ToDo> {
    const today = londonDate(this.clock.now());
    const { role } = by;
    return {
      today,
      conflicts: may(role, 'change the diary') ? await this.conflicts(unitId, today) : undefined,
      handovers: may(role, 'read handovers')
        ? await this.handovers.of(unitId, addDays(today, -1))
        : undefined,
      assessments: may(role, 'judge who may stay together')
        ? (await this.assessments.open()).length
        : undefined,
      tasks: may(role, 'look at tasks') ? await this.ownTasks(unitId, by) : undefined,
      reviews: may(role, 'look at plans') ? (await this.reviews.of(by)).length : undefined,
      unsent: may(role, 'look at the outbox') ? await this.outbox.count('failed') : undefined,
      setup: may(role, 'set up units') ? await this.setup(unitId, by) : undefined,
    };
  }

  private async setup(unitId: string, by: Person) {
    const { steps } = await this.settingUp.of(unitId, by);
    const done = steps.filter(({ state }) => state === 'done').length;
    return done < steps.length ? { done, all: steps.length } : undefined;
  }

  private async conflicts(unitId: string, today: string): Promise<number> {
    const to = addDays(today, AHEAD);
    return conflictsIn(await this.diaries.read(unitId, { from: today, to }, []), today, to).length;
  }

  private async ownTasks(unitId: string, by: Person) {
    const { items } = await this.tasks.list({ unitId, mine: true }, by);
    const now = this.clock.now();
    return { count: items.length, overdue: items.filter(({ dueAt }) => isPast(dueAt, now)).length };
  }
}
