import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { whyNotToCasPlan } from '../domain/cas-plan-actions';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NotThere, Refused, type FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { CAS_PLAN_FORMS, type FormedCasPlanAction } from './cas-plan-action-words';
import { casPlanActionView } from './cas-plan-action.view';
import { CasPlanActs } from './cas-plan-acts.service';
import { FamilyFiles } from './family-files.service';
import { changerOf } from './form-changer';

/** A small form for each thing that may be done with a CAS plan. */
@ApiExcludeController()
@Controller('cas-plans/:id/:action')
export class CasPlanActionPages {
  constructor(
    private readonly acts: CasPlanActs,
    private readonly files: FamilyFiles,
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
    const { file } = await this.acts.choices(name, id, link, by, this.files.today);
    const why = whyNotToCasPlan(name, file.plan.status);
    if (why) throw new Refused(why);
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
        const { plan } = await this.acts.act(name, id, sent, changerOf(sent, by));
        const isGone = by.role === 'worker' && plan.keyWorkerId !== by.id;
        return isGone ? '/families' : `/cas-plans/${id}?done=${name}`;
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
    const { today } = this.files;
    const choices = await this.acts.choices(name, id, sent, by, today);
    const key = typed(sent, 'key') || randomUUID();
    response.render(
      'plans/views/cas-plan-form',
      casPlanActionView(name, choices, { sent, errors, key, today, by }),
    );
  }
}

interface Asked {
  readonly id: string;
  readonly name: FormedCasPlanAction;
  readonly by: Person;
  readonly sent: SentForm;
}

function known(action: string): FormedCasPlanAction {
  const name = CAS_PLAN_FORMS.find((each) => each === action);
  if (!name) throw new NotThere('There is no such page.');
  return name;
}
