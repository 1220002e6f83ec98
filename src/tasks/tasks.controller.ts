import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import type { Listing } from '../platform/listing';
import { May } from '../platform/may';
import { TaskActs } from './task-acts.service';
import { CompletionDto, OwnerDto, TaskQuery } from './task.dto';
import { taskView, type TaskView } from './task.view';
import { TasksReader, type Task } from './tasks.reader';

@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksReader,
    private readonly acts: TaskActs,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('look at tasks')
  @ApiOperation({ summary: 'What is due, the longest overdue first; or what was done, the last first' })
  async list(@Query() query: TaskQuery, @By() by: Person): Promise<Listing<TaskView>> {
    const { items, nextCursor } = await this.tasks.list(query, by);
    return { items: items.map((task) => this.view(task, by)), nextCursor };
  }

  @Get(':id')
  @May('look at tasks')
  @ApiOperation({ summary: 'One task' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<TaskView> {
    return this.view(await this.tasks.one(id, by), by);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @May('do tasks')
  @ApiOperation({ summary: 'Say what was done; for those it belongs to and those above' })
  async complete(
    @Param('id', IdPipe) id: string,
    @Body() { words }: CompletionDto,
    @By() by: Person,
  ): Promise<TaskView> {
    return this.view(await this.acts.complete(id, words, by), by);
  }

  @Post(':id/owner')
  @HttpCode(200)
  @May('do tasks')
  @ApiOperation({ summary: 'Take it, or hand it to a colleague who may do it' })
  async handOver(
    @Param('id', IdPipe) id: string,
    @Body() { accountId }: OwnerDto,
    @By() by: Person,
  ): Promise<TaskView> {
    return this.view(await this.acts.handOver(id, accountId, by), by);
  }

  private view(task: Task, by: Person): TaskView {
    return taskView(task, this.clock.now(), by);
  }
}
