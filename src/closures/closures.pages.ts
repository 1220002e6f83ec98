import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May, may } from '../platform/may';
import { Misshapen, Refused, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { ClosureFiles } from './closure-files.service';
import { closureAsked, closureFromLink, closureIn, type ClosureForm } from './closure-form';
import { closuresListView } from './closures-list.view';
import { Closures } from './closures.service';
import { newClosureView, type NamedStay } from './new-closure.view';

const NOTICES: Readonly<Record<string, string>> = {
  closed: 'The closure is in the diary.',
  ended: 'The closure is ended. Those nights can be booked again.',
};

@ApiExcludeController()
@Controller('closures')
export class ClosuresPages {
  constructor(
    private readonly closures: Closures,
    private readonly files: ClosureFiles,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('look at the board')
  async list(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const where = await this.files.unit(typed(link, 'unit'));
    const closures = await this.closures.list({ unitId: where.unit.id });
    const view = closuresListView(
      where,
      closures,
      may(by.role, 'change the diary'),
      NOTICES[typed(link, 'done')],
    );
    response.render('closures/views/closures', view);
  }

  @Get('new')
  @May('change the diary')
  async show(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    await this.draw(response, closureFromLink(link, randomUUID()));
  }

  @Post('new')
  @HttpCode(303)
  @May('change the diary')
  async close(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = closureIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        const { unitId } = await this.closures.close(closureAsked(form), by);
        return `/closures?unit=${unitId}&done=closed`;
      });
      response.redirect(303, path);
    } catch (error) {
      if (error instanceof Misshapen) await this.draw(response.status(400), form, error.errors);
      else if (error instanceof Refused) {
        const errors = [{ pointer: '/in-the-way', detail: error.detail }];
        await this.draw(response.status(409), form, errors, await this.files.inTheWay(error));
      } else throw error;
    }
  }

  private async draw(
    response: Response,
    form: ClosureForm,
    errors: readonly FieldError[] = [],
    inTheWay: readonly NamedStay[] = [],
  ): Promise<void> {
    const where = await this.files.unit(form.unitId);
    response.render('closures/views/new-closure', newClosureView(form, where, errors, inTheWay));
  }
}
