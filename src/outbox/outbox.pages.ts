import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Letters } from '../platform/notices/letters';
import { Sender } from '../platform/notices/sender';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { outboxPage } from './outbox-page.view';
import { Outbox } from './outbox.service';

const A_PAGE = 50;
const DONE: Readonly<Record<string, string>> = { again: 'It is on its way again.' };

@ApiExcludeController()
@Controller('outbox')
export class OutboxPages {
  constructor(
    private readonly outbox: Outbox,
    private readonly letters: Letters,
    private readonly sender: Sender,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('look at the outbox')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    await this.draw(response, typed(link, 'cursor'), DONE[typed(link, 'done')]);
  }

  @Post(':id/sending')
  @HttpCode(303)
  @May('send notices again')
  async sendAgain(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.outbox.sendAgain(id, by);
        return '/outbox?done=again';
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, `notice-${id}`);
      await this.draw(response.status(status), '', undefined, errors);
    }
  }

  private async draw(
    response: Response,
    cursor: string,
    notice?: string,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const page = await this.outbox.list({ limit: A_PAGE, cursor });
    const { items: failed } = cursor ? { items: [] } : await this.outbox.list({ state: 'failed' });
    const shown = { failed, page, way: this.sender.way, letters: this.letters, key: randomUUID() };
    response.render('outbox/views/outbox', outboxPage(shown, notice, errors));
  }
}
