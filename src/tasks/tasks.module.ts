import { Module } from '@nestjs/common';
import { TaskActs } from './task-acts.service';
import { TaskPages } from './task.pages';
import { TasksController } from './tasks.controller';
import { TasksReader } from './tasks.reader';
import { TasksPages } from './tasks.pages';
import { Tasks } from './tasks.service';

/** What is due, whose it is, and what was done. */
@Module({
  controllers: [TasksController, TasksPages, TaskPages],
  providers: [TaskActs, Tasks, TasksReader],
  exports: [Tasks, TasksReader],
})
export class TasksModule {}
