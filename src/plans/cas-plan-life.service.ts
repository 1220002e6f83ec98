import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOSED_REASON_WORDS } from '../domain/plan-words';
import { laterOf, type CalendarDate } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { UnitGate } from '../platform/unit-gate';
import { CasPlanRecords, type CasPlanFile } from './cas-plan-records.service';
import type { CasPlanClosureDto, DormancyDto, ReopeningDto } from './cas-plan.dto';
import type { CasPlan } from './cas-plan.entity';
import { CasPlans } from './cas-plans.service';
import { refuseUnexpected, refuseWhatWasStayed } from './endings';
import { PlanEndings, type Endings } from './plan-endings.service';

const LAST_ENDED = `SELECT max(ended_on) AS "endedOn" FROM short_break_plans WHERE cas_plan_id = $1`;

/** Open, dormant, closed: and what ends with it, all or nothing. */
@Injectable()
export class CasPlanLife {
  constructor(
    private readonly gate: UnitGate,
    private readonly database: Database,
    private readonly plans: CasPlans,
    private readonly records: CasPlanRecords,
    private readonly endings: PlanEndings,
    private readonly clock: Clock,
  ) {}

  /** What closing it, or letting it rest, would end. Nothing is recorded. @throws NotThere, Misshapen */
  async preview(id: string, on: CalendarDate | undefined, by: Person): Promise<Endings> {
    const { plan } = await this.records.one(id, by);
    const day = on ?? laterOf(this.today, plan.startsOn);
    return this.endings.ofCasPlan(this.database.manager, plan, day);
  }

  async close(id: string, asked: CasPlanClosureDto, changer: Changer): Promise<CasPlanFile> {
    const { on, reason: closedReason, words: closedWords = null, expects } = asked;
    return this.gate.changeEvery(() =>
      this.plans.change(id, 'closure', changer, async (tx, { plan }) => {
        const why = `The CAS plan was closed: ${CLOSED_REASON_WORDS[closedReason].toLowerCase()}.`;
        await this.endAll(tx, plan, { on, expects, why }, changer.by);
        const closed = { status: 'closed' as const, endsOn: on, closedReason, closedWords };
        await this.plans.save(tx, plan, closed, changer.by, {
          action: 'cas-plan.closed',
          reason: closedWords ?? closedReason,
        });
      }),
    );
  }

  async rest(id: string, asked: DormancyDto, changer: Changer): Promise<CasPlanFile> {
    const { on = this.today, reason: dormantReason = null, expects } = asked;
    return this.gate.changeEvery(() =>
      this.plans.change(id, 'dormancy', changer, async (tx, { plan }) => {
        await this.endAll(tx, plan, { on, expects, why: 'The CAS plan is dormant.' }, changer.by);
        const dormant = { status: 'dormant' as const, dormantFrom: on, dormantReason };
        await this.plans.save(tx, plan, dormant, changer.by, {
          action: 'cas-plan.dormant',
          reason: dormantReason,
        });
      }),
    );
  }

  /** By the same key worker, without a new referral: to another the plan is not there. */
  async reopen(id: string, { reason }: ReopeningDto, changer: Changer): Promise<CasPlanFile> {
    return this.gate.changeEvery(() =>
      this.plans.change(id, 'reopening', changer, async (tx, { plan }) => {
        const open = { status: 'open' as const, dormantFrom: null, dormantReason: null };
        await this.plans.save(tx, plan, open, changer.by, {
          action: 'cas-plan.reopened',
          reason: reason ?? null,
        });
      }),
    );
  }

  private get today(): CalendarDate {
    return londonDate(this.clock.now());
  }

  private async endAll(
    tx: EntityManager,
    plan: CasPlan,
    asked: { on: CalendarDate; expects: readonly string[] | undefined; why: string },
    by: Person,
  ): Promise<void> {
    await this.refuseImpossibleDay(tx, plan, asked.on);
    const endings = await this.endings.ofCasPlan(tx, plan, asked.on);
    refuseWhatWasStayed(endings);
    refuseUnexpected(endings, asked.expects);
    await this.endings.endAll(tx, endings, asked.why, by);
  }

  private async refuseImpossibleDay(tx: EntityManager, plan: CasPlan, on: CalendarDate): Promise<void> {
    if (on < plan.startsOn)
      throw Misshapen.at('/on', `The CAS plan began on ${sayDate(plan.startsOn)}: choose that day or later.`);
    if (on > this.today) throw Misshapen.at('/on', 'That day is still to come: choose today or earlier.');
    const [last] = await tx.query<{ endedOn: string | null }[]>(LAST_ENDED, [plan.id]);
    const earliest = [last?.endedOn, plan.dormantFrom]
      .filter((day) => day != null)
      .sort()
      .at(-1);
    if (earliest && on < earliest)
      throw Misshapen.at('/on', `The plan was in use until ${sayDate(earliest)}: choose that day or later.`);
  }
}
