import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { SHOWN, taskListView } from './task-list.view';
import { TasksReader } from './tasks.reader';

const NOTICES: Readonly<Record<string, string>> = {
  done: 'It is done, and your colleagues can read what you wrote.',
  taken: 'It is yours now.',
  'handed-over': 'It is handed over.',
};

@ApiExcludeController()
@Controller('tasks')
export class TasksPages {
  constructor(
    private readonly tasks: TasksReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('look at tasks')
  async list(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const shown = SHOWN.find((each) => each === typed(link, 'show')) ?? 'all';
    const cursor = typed(link, 'cursor');
    const query = { state: shown === 'done' ? 'done' : 'open', mine: shown === 'mine', cursor } as const;
    const notice = NOTICES[typed(link, 'done')];
    const view = taskListView(await this.tasks.list(query, by), shown, this.clock.now(), by, notice);
    response.render('tasks/views/tasks', view);
  }
}
