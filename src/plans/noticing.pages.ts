import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { noticedAsked, noticedIn, type NoticedForm } from './noticed-form';
import { Noticing } from './noticing.service';
import { noticingView } from './noticing.view';

@ApiExcludeController()
@Controller('stays/:id/noticed/new')
export class NoticingPages {
  constructor(
    private readonly noticing: Noticing,
    private readonly people: People,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('write down what is noticed')
  async show(@Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    await this.draw(response, id, noticedIn({ key: randomUUID() }));
  }

  @Post()
  @HttpCode(303)
  @May('write down what is noticed')
  async notice(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = noticedIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.noticing.notice(id, noticedAsked(form), by);
        return '/noticed?done=written';
      });
      response.redirect(303, path);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      await this.draw(response.status(400), id, form, error.errors);
    }
  }

  private async draw(
    response: Response,
    id: string,
    form: NoticedForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const stay = await this.noticing.stay(id);
    const youngPerson = await this.people.one(stay.youngPersonId);
    const today = londonDate(this.clock.now());
    response.render('plans/views/noticing', noticingView(stay, youngPerson, form, { errors, today }));
  }
}
