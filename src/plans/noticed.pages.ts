import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May, may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { fateIn, foldingIn, isSetAside, settingAside, type FateForm } from './noticed-form';
import { NoticedSettling } from './noticed-settling.service';
import { NoticedThings } from './noticed-things.reader';
import { noticedListView } from './noticed-list.view';
import { noticedSettlingView } from './noticed-settling.view';

const NOTICES: Readonly<Record<string, string>> = {
  written: 'It is written down. The key worker finds it here.',
  'folded-in': 'It is part of the CAS plan now.',
  'set-aside': 'It is set aside, and whoever noticed it can read why.',
};

@ApiExcludeController()
@Controller('noticed')
export class NoticedPages {
  constructor(
    private readonly things: NoticedThings,
    private readonly settling: NoticedSettling,
    private readonly once: SentOnce,
  ) {}

  /** Those who cannot settle anything see what they wrote, and its fate. */
  @Get()
  @May('look at plans')
  async list(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const maySettle = may(by.role, 'settle what is noticed');
    const things = await this.things.list(maySettle ? {} : { noticedByName: by.name }, by);
    response.render('plans/views/noticed', noticedListView(things, maySettle, NOTICES[typed(link, 'done')]));
  }

  @Get(':id')
  @May('settle what is noticed')
  async show(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    await this.draw(response, id, by, fateIn({ key: randomUUID() }));
  }

  @Post(':id')
  @HttpCode(303)
  @May('settle what is noticed')
  async settle(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = fateIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        const { status } = isSetAside(form)
          ? await this.settling.setAside(id, settingAside(form), by)
          : await this.settling.foldIn(id, foldingIn(form), by);
        return `/noticed?done=${status}`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'fate');
      await this.draw(response.status(status), id, by, form, errors.map(asOnPage));
    }
  }

  private async draw(
    response: Response,
    id: string,
    by: Person,
    form: FateForm,
    errors: readonly FieldError[] = [],
  ): Promise<void> {
    const thing = await this.things.one(id, by);
    const goals = await this.things.goalsOf(thing.familyId);
    response.render('plans/views/noticed-settling', noticedSettlingView(thing, goals, form, errors));
  }
}

function asOnPage({ pointer, detail }: FieldError): FieldError {
  return { pointer: pointer === '/casGoalId' ? '/fate' : pointer, detail };
}
