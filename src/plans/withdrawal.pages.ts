import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { sayStay } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { withdrawalAsked } from './declared-form';
import { DeclaredNightsElsewhere } from './declared-nights.service';

@ApiExcludeController()
@Controller('declared-nights/:id/withdrawal')
export class WithdrawalPages {
  constructor(
    private readonly declared: DeclaredNightsElsewhere,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('keep people on file')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.draw(response, id, by, { key: randomUUID() });
  }

  @Post()
  @HttpCode(303)
  @May('keep people on file')
  async withdraw(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const path = await this.once.lead(by, sent, async () => {
        const { youngPersonId } = await this.declared.withdraw(id, withdrawalAsked(sent), by);
        return `/young-people/${youngPersonId}/nights?done=withdrawn`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'reason');
      await this.draw(response.status(status), id, by, sent, errors);
    }
  }

  private async draw(
    response: Response,
    id: string,
    by: Person,
    sent: SentForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const { youngPersonId, fromOn, toOn, place } = await this.declared.one(id, by);
    response.render('plans/views/withdrawal', {
      title: 'Withdraw nights elsewhere',
      back: { text: 'Back to nights and days away', href: `/young-people/${youngPersonId}/nights` },
      action: `/declared-nights/${id}/withdrawal`,
      errors,
      facts: [
        { key: 'Nights', text: sayStay({ from: fromOn, to: toOn }, fromOn) },
        { key: 'Where', text: place },
      ],
      form: { key: typed(sent, 'key') || randomUUID(), reason: typed(sent, 'reason') },
    });
  }
}
