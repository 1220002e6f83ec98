import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { declaredAsked, declaredIn, type DeclaredForm } from './declared-form';
import { DeclaredNightsElsewhere } from './declared-nights.service';
import { NightsCounts } from './nights-counts.service';
import { nightsView } from './nights.view';

const NOTICES: Readonly<Record<string, string>> = {
  declared: 'The nights are declared. They count from now on.',
  withdrawn: 'The nights are withdrawn. They count no more.',
};

@ApiExcludeController()
@Controller('young-people/:id/nights')
export class NightsPages {
  constructor(
    private readonly counts: NightsCounts,
    private readonly declared: DeclaredNightsElsewhere,
    private readonly people: People,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('look at plans')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = declaredIn({ key: randomUUID() });
    await this.draw(response, id, by, { form, errors: [], notice: NOTICES[typed(link, 'done')] });
  }

  @Post()
  @HttpCode(303)
  @May('keep people on file')
  async declare(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = declaredIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.declared.declare(id, declaredAsked(form), by);
        return `/young-people/${id}/nights?done=declared`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'fromOn');
      await this.draw(response.status(status), id, by, { form, errors });
    }
  }

  private async draw(
    response: Response,
    id: string,
    by: Person,
    drawing: { form: DeclaredForm; errors: readonly FieldError[]; notice?: string | undefined },
  ): Promise<void> {
    const counted = await this.counts.of(id, by);
    const declared = await this.declared.list(id, by);
    response.render(
      'plans/views/nights',
      nightsView(await this.people.one(id), counted, declared, { ...drawing, by }),
    );
  }
}
