import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NotThere, type FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { changerOf } from './form-changer';
import { PlanActs } from './plan-acts.service';
import { PLAN_FORMS, type FormedPlanAction } from './short-break-plan-action-words';
import { planActionView } from './short-break-plan-action.view';
import { refuseUnlessAllowed } from './short-break-plans.service';

/** A small form for each thing that may be done with a short-break plan. */
@ApiExcludeController()
@Controller('short-break-plans/:id/:action')
export class ShortBreakPlanActionPages {
  constructor(
    private readonly acts: PlanActs,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('keep plans')
  async show(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const name = known(action);
    refuseUnlessAllowed(name, (await this.acts.choices(name, id, link, by)).page.file);
    await this.draw(response, { id, name, by, sent: link }, []);
  }

  @Post()
  @HttpCode(303)
  @May('keep plans')
  async send(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const name = known(action);
    const asked = { id, name, by, sent };
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.acts.act(name, id, sent, changerOf(sent, by));
        return `/short-break-plans/${id}?done=${name}`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'plan');
      await this.draw(response.status(status), asked, errors);
    }
  }

  private async draw(
    response: Response,
    { id, name, by, sent }: Asked,
    errors: readonly FieldError[],
  ): Promise<void> {
    const choices = await this.acts.choices(name, id, sent, by);
    const view = planActionView(name, choices, { sent, errors, key: typed(sent, 'key') || randomUUID() });
    response.render('plans/views/short-break-plan-form', view);
  }
}

interface Asked {
  readonly id: string;
  readonly name: FormedPlanAction;
  readonly by: Person;
  readonly sent: SentForm;
}

function known(action: string): FormedPlanAction {
  const name = PLAN_FORMS.find((each) => each === action);
  if (!name) throw new NotThere('There is no such page.');
  return name;
}
