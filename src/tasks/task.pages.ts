import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { TaskActs } from './task-acts.service';
import { colleagueAsked, taskFormIn, wordsAsked, type TaskForm } from './task-form';
import { taskPageView } from './task-page.view';
import { TasksReader } from './tasks.reader';

@ApiExcludeController()
@Controller('tasks/:id')
export class TaskPages {
  constructor(
    private readonly tasks: TasksReader,
    private readonly acts: TaskActs,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('look at tasks')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.draw(response, id, by, taskFormIn({ key: randomUUID() }));
  }

  @Post('completion')
  @HttpCode(303)
  @May('do tasks')
  async complete(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(response, id, by, sent, 'words', async (form) => {
      await this.acts.complete(id, wordsAsked(form), by);
      return '/tasks?done=done';
    });
  }

  @Post('owner')
  @HttpCode(303)
  @May('do tasks')
  async handOver(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(response, id, by, sent, 'accountId', async (form) => {
      const { ownerId } = await this.acts.handOver(id, colleagueAsked(form), by);
      return `/tasks?done=${ownerId === by.id ? 'taken' : 'handed-over'}`;
    });
  }

  private async answer(
    response: Response,
    id: string,
    by: Person,
    sent: SentForm,
    at: string,
    act: (form: TaskForm) => Promise<string>,
  ): Promise<void> {
    const form = taskFormIn(sent);
    try {
      response.redirect(303, await this.once.lead(by, sent, () => act(form)));
    } catch (error) {
      const { status, errors } = sentBack(error, at);
      await this.draw(response.status(status), id, by, form, errors);
    }
  }

  private async draw(
    response: Response,
    id: string,
    by: Person,
    form: TaskForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const task = await this.tasks.one(id, by);
    const colleagues = await this.acts.colleaguesFor(task);
    const view = taskPageView(task, colleagues, { now: this.clock.now(), by, form, errors });
    response.render('tasks/views/task', view);
  }
}
