import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { addMonths, laterOf } from '../domain/calendar-date';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import { sentBack } from '../platform/sent-back';
import { SentOnce } from '../platform/sent-once';
import { PlanFiles, type PlanToMake } from './plan-files.service';
import {
  atPlanFields,
  consentAsked,
  planIn,
  planOnFile,
  termsAsked,
  youngPersonOf,
  type ShortBreakPlanForm,
} from './short-break-plan-form';
import { shortBreakPlanFormView } from './short-break-plan-form.view';
import { ShortBreakPlans } from './short-break-plans.service';

const USUAL_MONTHS = 6;

/** A young person's plan, or with `?revises=` the one that shall take its place. */
@ApiExcludeController()
@Controller('short-break-plans/new')
export class NewShortBreakPlanPages {
  constructor(
    private readonly plans: ShortBreakPlans,
    private readonly files: PlanFiles,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('keep plans')
  async show(@Query() link: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const toMake = await this.files.toMake(youngPersonOf(link), revisedBy(link), by);
    this.draw(response, toMake, begun(toMake), { key: randomUUID() });
  }

  @Post()
  @HttpCode(303)
  @May('keep plans')
  async make(@Body() sent: SentForm, @By() by: Person, @Res() response: Response): Promise<void> {
    const toMake = await this.files.toMake(youngPersonOf(sent), revisedBy(sent), by);
    const form = planIn(sent, toMake.casGoals);
    const key = typed(sent, 'key') || randomUUID();
    try {
      const path = await this.once.lead(by, sent, () => this.draft(toMake, form, by));
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'plan');
      this.draw(response.status(status), toMake, form, { key, errors: atPlanFields(errors, form) });
    }
  }

  private async draft(
    { casPlan, youngPerson, revised }: PlanToMake,
    form: ShortBreakPlanForm,
    by: Person,
  ): Promise<string> {
    const both = bothRight(form);
    const asked = {
      ...{ casPlanId: casPlan.id, youngPersonId: youngPerson.id, ...both.terms },
      ...(both.consent ? { consent: both.consent } : {}),
      ...(revised ? { revisesId: revised.plan.id } : {}),
    };
    const { plan } = await this.plans.draft(asked, by);
    return `/short-break-plans/${plan.id}?done=drafted`;
  }

  private draw(
    response: Response,
    toMake: PlanToMake,
    form: ShortBreakPlanForm,
    { key, errors = [] }: { readonly key: string; readonly errors?: readonly FieldError[] },
  ): void {
    response.render('plans/views/short-break-plan-terms', shortBreakPlanFormView(toMake, form, key, errors));
  }
}

function revisedBy(link: SentForm): string | undefined {
  const id = typed(link, 'revises').toLowerCase();
  return isId(id) ? id : undefined;
}

function begun({ casPlan, casGoals, revised, today }: PlanToMake): ShortBreakPlanForm {
  const startsOn = laterOf(today, casPlan.startsOn);
  const ahead = { startsOn, lastNightOn: addMonths(startsOn, USUAL_MONTHS), reviewOn: '' };
  if (!revised) return { ...planIn({}, casGoals), ...ahead };
  return { ...planOnFile(revised, casGoals), startsOn, reviewOn: '' };
}

/** Everything that is wrong at once, not first one half and then the other. @throws Misshapen */
function bothRight(form: ShortBreakPlanForm) {
  const errors: FieldError[] = [];
  const tried = <T>(check: () => T): T | undefined => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      errors.push(...error.errors);
      return undefined;
    }
  };
  const terms = tried(() => termsAsked(form));
  const consent = tried(() => consentAsked(form, false));
  if (errors.length > 0 || !terms) throw new Misshapen(errors);
  return { terms, consent };
}
