import { Injectable } from '@nestjs/common';
import { earlierOf, type CalendarDate } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { Misshapen } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { UnitGate } from '../platform/unit-gate';
import { refuseUnexpected, refuseWhatWasStayed } from './endings';
import { PlanCuts } from './plan-cuts.service';
import { PlanEndings, type EndingStay, type Endings } from './plan-endings.service';
import { ShortBreakPlanRecords, type ShortBreakPlanFile } from './short-break-plan-records.service';
import type { ConsentDto, ConsentWithdrawalDto, ShortBreakPlanEndingDto } from './short-break-plan.dto';
import type { ShortBreakPlan } from './short-break-plan.entity';
import { consentOf, ShortBreakPlans } from './short-break-plans.service';

export interface Withdrawn extends ShortBreakPlanFile {
  /** Booked ahead, without a consent now. */
  readonly staysWithoutConsent: readonly EndingStay[];
}

/** Consent given and withdrawn, and the end of a short-break plan. */
@Injectable()
export class ShortBreakPlanLife {
  constructor(
    private readonly gate: UnitGate,
    private readonly database: Database,
    private readonly plans: ShortBreakPlans,
    private readonly records: ShortBreakPlanRecords,
    private readonly endings: PlanEndings,
    private readonly cuts: PlanCuts,
  ) {}

  /** What ending it would end. Nothing is recorded. @throws NotThere */
  async preview(id: string, on: CalendarDate | undefined, by: Person): Promise<Endings> {
    const { plan } = await this.records.one(id, by);
    return this.endings.ofShortBreakPlan(this.database.manager, plan, on ?? this.records.today);
  }

  async end(id: string, asked: ShortBreakPlanEndingDto, changer: Changer): Promise<ShortBreakPlanFile> {
    const { on, reason, expects } = asked;
    return this.gate.changeEvery(() =>
      this.plans.change(id, 'ending', changer, async (tx, { plan }) => {
        this.refuseImpossibleDay(plan, on);
        const endings = await this.endings.ofShortBreakPlan(tx, plan, on);
        refuseWhatWasStayed(endings);
        refuseUnexpected(endings, expects);
        const why = `The short-break plan was ended: ${reason}`;
        await this.endings.cancelStays(tx, endings.stays, why, changer.by);
        await this.cuts.cut(tx, plan, on, reason, changer.by);
      }),
    );
  }

  async giveConsent(id: string, asked: ConsentDto, changer: Changer): Promise<ShortBreakPlanFile> {
    this.plans.refuseConsentToCome(asked.on, '/on');
    return this.gate.changeEvery(() =>
      this.plans.change(id, 'consent', changer, async (tx, { plan }) => {
        await this.plans.save(tx, plan, consentOf(asked), changer.by, 'short-break-plan.consent-given');
      }),
    );
  }

  /** Cancels nothing: says which stays ahead nobody has consented to. */
  async withdrawConsent(id: string, asked: ConsentWithdrawalDto, changer: Changer): Promise<Withdrawn> {
    const { on, reason } = asked;
    return this.gate.changeEvery(async (tx) => {
      const file = await this.plans.change(id, 'consent-withdrawal', changer, async (_, { plan }) => {
        if (plan.consentOn && on < plan.consentOn)
          throw Misshapen.at(
            '/on',
            `Consent was given on ${sayDate(plan.consentOn)}: withdraw it then or later.`,
          );
        const withdrawn = { consentWithdrawnOn: on, consentWithdrawnReason: reason };
        const action = 'short-break-plan.consent-withdrawn';
        await this.plans.save(tx, plan, withdrawn, changer.by, action, reason);
      });
      const { stays, stayed } = await this.endings.ofShortBreakPlan(tx, file.plan, on);
      const here = stayed.filter(({ status }) => status === 'in-residence');
      return { ...file, staysWithoutConsent: [...here, ...stays] };
    });
  }

  /** A draft, or a plan that has not begun, can be ended before its first night. */
  private refuseImpossibleDay({ startsOn, endsOn, status }: ShortBreakPlan, on: CalendarDate): void {
    const { today } = this.records;
    const earliest = earlierOf(startsOn, today);
    if (on < earliest) throw Misshapen.at('/on', `Choose ${sayDate(earliest)} or a later day.`);
    if (status === 'draft' && on > today) throw Misshapen.at('/on', 'A draft ends today, or did earlier.');
    if (status === 'agreed' && on > today && on >= endsOn)
      throw Misshapen.at('/on', `The plan ends on ${sayDate(endsOn)} as it is.`);
  }
}
