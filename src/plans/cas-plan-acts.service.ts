import { Injectable } from '@nestjs/common';
import { isCalendarDate } from '../domain/calendar-date';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { typed, type SentForm } from '../platform/sent-form';
import type { Changer } from '../platform/row-version';
import { closureIn, dormancyIn, goalIn, keyWorkerIn, supportIn } from './cas-plan-action-form';
import type { FormedCasPlanAction } from './cas-plan-action-words';
import { CasPlanLife } from './cas-plan-life.service';
import { CasPlanRecords, type CasPlanFile } from './cas-plan-records.service';
import { CasPlans } from './cas-plans.service';
import { endingLines, type EndingLines } from './ending-lines.view';
import { KeyWorkers } from './key-workers.service';

/** What a form about a CAS plan shows beside its fields. */
export interface CasPlanChoices {
  readonly file: CasPlanFile;
  readonly reference: string;
  readonly endings: EndingLines | undefined;
  readonly keyWorkers: readonly { readonly id: string; readonly name: string }[];
}

/** The forms of a CAS plan: what each needs to be drawn, and what it does. */
@Injectable()
export class CasPlanActs {
  constructor(
    private readonly plans: CasPlans,
    private readonly life: CasPlanLife,
    private readonly records: CasPlanRecords,
    private readonly people: People,
    private readonly keyWorkers: KeyWorkers,
  ) {}

  async choices(
    name: FormedCasPlanAction,
    id: string,
    sent: SentForm,
    by: Person,
    today: string,
  ): Promise<CasPlanChoices> {
    const file = await this.records.one(id, by);
    const { family, youngPeople } = await this.people.family(file.plan.familyId);
    const names = new Map(youngPeople.map((each) => [each.id, each.givenName]));
    const on = isCalendarDate(sent['on']) ? sent['on'] : undefined;
    const ends = name === 'closure' || name === 'dormancy';
    return {
      file,
      reference: family.reference,
      endings: ends ? endingLines(await this.life.preview(id, on, by), names, today, by) : undefined,
      keyWorkers: name === 'key-worker' ? await this.keyWorkers.all() : [],
    };
  }

  /** @throws Misshapen, Refused, Stale, NotThere */
  async act(name: FormedCasPlanAction, id: string, sent: SentForm, changer: Changer): Promise<CasPlanFile> {
    switch (name) {
      case 'goals':
        return this.plans.addGoal(id, goalIn(sent), changer);
      case 'support':
        return this.plans.support(id, supportIn(sent), changer);
      case 'key-worker':
        return this.plans.handOver(id, keyWorkerIn(sent), changer);
      case 'reopening':
        return this.life.reopen(
          id,
          { ...(typed(sent, 'reason') ? { reason: typed(sent, 'reason') } : {}) },
          changer,
        );
      case 'dormancy':
        return this.life.rest(id, dormancyIn(sent), changer);
      case 'closure':
        return this.life.close(id, closureIn(sent), changer);
    }
  }
}
