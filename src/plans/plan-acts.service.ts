import { Injectable } from '@nestjs/common';
import { isCalendarDate } from '../domain/calendar-date';
import { wrongDate, wrongText } from '../platform/form-checks';
import type { Person } from '../platform/actor';
import { Misshapen } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { unconfirmed } from './cas-plan-action-form';
import { endingLines, type EndingLines } from './ending-lines.view';
import { PlanAgreements } from './plan-agreements.service';
import { PlanFiles, type PlanPageFile } from './plan-files.service';
import type { FormedPlanAction } from './short-break-plan-action-words';
import { consentAsked } from './short-break-plan-form';
import { ShortBreakPlanLife } from './short-break-plan-life.service';

export interface PlanChoices {
  readonly page: PlanPageFile;
  readonly endings: EndingLines | undefined;
}

/** The small forms of a short-break plan: what each needs to be drawn, and what it does. */
@Injectable()
export class PlanActs {
  constructor(
    private readonly files: PlanFiles,
    private readonly agreements: PlanAgreements,
    private readonly life: ShortBreakPlanLife,
  ) {}

  async choices(name: FormedPlanAction, id: string, sent: SentForm, by: Person): Promise<PlanChoices> {
    const page = await this.files.of(id, by);
    if (name !== 'ending') return { page, endings: undefined };
    const on = isCalendarDate(sent['on']) ? sent['on'] : undefined;
    const names = new Map([[page.youngPerson.id, page.youngPerson.givenName]]);
    return { page, endings: endingLines(await this.life.preview(id, on, by), names, page.today, by) };
  }

  /** @throws Misshapen, Refused, Stale, NotThere */
  async act(name: FormedPlanAction, id: string, sent: SentForm, changer: Changer): Promise<unknown> {
    switch (name) {
      case 'agreement':
        return this.agreements.agree(id, changer);
      case 'consent':
        return this.giveConsent(id, sent, changer);
      case 'consent-withdrawal':
        return this.life.withdrawConsent(id, dayAndReason(sent), changer);
      case 'ending': {
        const expects = ticked(sent, 'expects').filter(isId);
        return this.life.end(id, { ...dayAndReason(sent, true), expects }, changer);
      }
    }
  }

  private async giveConsent(id: string, sent: SentForm, changer: Changer): Promise<unknown> {
    const form = {
      consentBy: typed(sent, 'consentBy'),
      consentHow: typed(sent, 'consentHow'),
      consentOn: typed(sent, 'consentOn'),
    };
    const asked = consentAsked(form, true);
    if (!asked) return undefined;
    try {
      return await this.life.giveConsent(id, asked, changer);
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
      throw new Misshapen(error.errors.map(({ detail }) => ({ pointer: '/consentOn', detail })));
    }
  }
}

function dayAndReason(sent: SentForm, isConfirmed = false): { on: string; reason: string } {
  const [on, reason] = [typed(sent, 'on'), typed(sent, 'reason')];
  const errors = [
    ...wrongDate({ name: 'on', value: on, ask: 'Enter the day.' }),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why.' }, 2000),
    ...(isConfirmed ? unconfirmed(sent) : []),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return { on, reason };
}
