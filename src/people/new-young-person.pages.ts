import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { May, may } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { cameFrom, wayBack } from '../platform/way-back';
import { newYoungPersonView } from './new-young-person.view';
import { Newcomers } from './newcomers.service';
import type { Known } from './people.view';
import { atFormFields, wrongIn, youngPersonIn, type YoungPersonForm } from './young-person-form';

const LIKE_ANOTHER =
  'Somebody like this is on file. Look at them first. If this is somebody else, tick the box to say so.';

@ApiExcludeController()
@Controller('young-people/new')
export class NewYoungPersonPages {
  constructor(
    private readonly newcomers: Newcomers,
    private readonly once: SentOnce,
    private readonly clock: Clock,
  ) {}

  /** `?family=` when it is a brother or sister of somebody on file. */
  @Get()
  @May('keep people on file')
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.draw(response, { by, sent: link }, { ...youngPersonIn(link), key: randomUUID() });
  }

  @Post()
  @HttpCode(200)
  @May('keep people on file')
  async send(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const form = youngPersonIn(sent);
    const asked = { by, sent };
    if (typed(sent, 'step') === 'find') return this.draw(response, asked, form);
    const wrong = wrongIn(form);
    if (wrong.length > 0) return this.draw(response.status(400), asked, form, wrong);
    try {
      const location = await this.once.lead(by, sent, async () =>
        wayBack(sent, { done: 'person' }, await this.add(form, by)),
      );
      response.redirect(303, location);
    } catch (error) {
      if (error instanceof LikeAnother)
        await this.draw(response.status(409), asked, form, [LikeAnother.said], error.alike);
      else if (error instanceof Misshapen)
        await this.draw(response.status(400), asked, form, atFormFields(error.errors));
      else throw error;
    }
  }

  private async add(form: YoungPersonForm, by: Person): Promise<string> {
    const alike = form.isSomebodyElse ? [] : await this.newcomers.alike(form, by);
    if (alike.length > 0) throw new LikeAnother(alike);
    const { id, familyId } = await this.newcomers.add(form, by);
    if (may(by.role, 'know who stays')) return `/young-people/${id}?done=added`;
    const isOwn = await this.newcomers.isOwn(familyId, by);
    return isOwn ? `/families/${familyId}?done=added` : `/families/${familyId}/cas-plan/new`;
  }

  private async draw(
    response: Response,
    { by, sent }: { readonly by: Person; readonly sent: SentForm },
    form: YoungPersonForm,
    errors: readonly FieldError[] = [],
    alike: readonly Known[] = [],
  ): Promise<void> {
    const onFile = {
      families: await this.newcomers.families(form, by),
      alike,
      today: londonDate(this.clock.now()),
    };
    const view = newYoungPersonView(form, onFile, by, errors);
    response.render('people/views/new-young-person', { ...view, from: cameFrom(sent) });
  }
}

class LikeAnother extends Error {
  static readonly said = { pointer: '/isSomebodyElse', detail: LIKE_ANOTHER };

  constructor(readonly alike: readonly Known[]) {
    super(LIKE_ANOTHER);
  }
}
