import { randomUUID } from 'node:crypto';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May, may } from '../platform/may';
import { NotThere } from '../platform/problem';
import { idTyped, typed, type SentForm } from '../platform/sent-form';
import { UnitChoice } from '../units/unit-choice.service';
import { OwnRequestRecords } from './own-requests.service';
import { ownRequestsView } from './own-requests.view';
import { queueView } from './queue.view';
import { noticeOf } from './request-action-words';
import { QUEUES } from './request-queue.reader';
import { QueuedRequests } from './request-queue.service';
import { Requests } from './requests.service';

/** For a worker the requests of their families; for the unit its queue. */
@ApiExcludeController()
@Controller('requests')
export class RequestsPages {
  constructor(
    private readonly requests: Requests,
    private readonly own: OwnRequestRecords,
    private readonly queued: QueuedRequests,
    private readonly choice: UnitChoice,
  ) {}

  @Get()
  @May('look at requests')
  async list(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const { today } = this.requests;
    const notice = noticeOf(typed(link, 'done'));
    if (by.role === 'worker')
      response.render('requests/views/own-requests', ownRequestsView(await this.own.of(by), today, notice));
    else await this.drawQueue(response, link, by, notice);
  }

  private async drawQueue(
    response: Response,
    link: SentForm,
    by: Person,
    done: string | undefined,
  ): Promise<void> {
    const chosen = await this.choice.choose(typed(link, 'unit'));
    if (!chosen) throw new NotThere('There is no unit yet.');
    const queue = QUEUES.find((each) => each === typed(link, 'show')) ?? 'open';
    const pageNumber = Math.min(Math.max(Number(typed(link, 'page')) || 1, 1), 1000);
    const page = await this.queued.page(chosen.unit.id, queue, Math.floor(pageNumber), by);
    const request = idTyped(link, 'request');
    const notice = done && request ? `${await this.queued.namesFor(request, by)}: ${done}` : done;
    const where = {
      ...chosen,
      queue,
      pageNumber,
      notice,
      key: randomUUID(),
      mayAsk: may(by.role, 'ask for breaks'),
    };
    const reading = { today: this.requests.today, mayAnswer: may(by.role, 'answer requests') };
    response.render('requests/views/queue', queueView(page, where, reading));
  }
}
