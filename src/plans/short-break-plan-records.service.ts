import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CasPlanStatus } from '../domain/cas-plan';
import { londonDate } from '../domain/london';
import { planBalance, type CountedStay, type PlanBalance } from '../domain/plan-balance';
import { Caseload } from '../people/caseload.service';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { NotThere } from '../platform/problem';
import { LostNights } from './lost-nights.reader';
import type { ShortBreakPlanQuery } from './short-break-plan.dto';
import { ShortBreakPlan } from './short-break-plan.entity';

export interface ShortBreakGoal {
  readonly id: string;
  readonly casGoalId: string;
  readonly casGoalText: string;
  readonly text: string;
  readonly ratedAtEntry: number | null;
}

export interface PlanVersion {
  readonly version: number;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly writtenAt: string;
  readonly writtenByName: string;
}

/** A short-break plan with all that is written in it, and what its family's plan says. */
export interface ShortBreakPlanFile {
  readonly plan: ShortBreakPlan;
  readonly casPlan: {
    readonly status: CasPlanStatus;
    readonly familyId: string;
    readonly keyWorkerId: string;
    readonly startsOn: string;
  };
  readonly goals: readonly ShortBreakGoal[];
  /** The first first. */
  readonly versions: readonly PlanVersion[];
  readonly balance: PlanBalance;
}

interface PartsRow extends Omit<ShortBreakPlanFile, 'plan' | 'balance'> {
  readonly id: string;
  readonly stays: readonly CountedStay[];
}

const PARTS = `
  SELECT plan.id,
    json_build_object('status', cas_plans.status, 'familyId', cas_plans.family_id,
      'keyWorkerId', cas_plans.key_worker_id, 'startsOn', cas_plans.starts_on) AS "casPlan",
    (SELECT coalesce(json_agg(json_build_object('id', goal.id, 'casGoalId', cas_goal_id, 'casGoalText', cas_goals.text,
      'text', goal.text, 'ratedAtEntry', rated_at_entry) ORDER BY goal.position), '[]')
      FROM short_break_goals AS goal JOIN cas_goals ON cas_goals.id = cas_goal_id
      WHERE plan_id = plan.id AND left_out_at IS NULL) AS goals,
    (SELECT coalesce(json_agg(json_build_object('version', version, 'terms', terms, 'writtenAt', written_at,
      'writtenByName', written_by_name) ORDER BY version), '[]')
      FROM short_break_plan_versions WHERE plan_id = plan.id) AS versions,
    (SELECT coalesce(json_agg(json_build_object('kind', kind, 'status', status,
      'nights', json_build_object('from', arrives_on, 'to', departs_on))), '[]')
      FROM stays WHERE young_person_id = plan.young_person_id
        AND arrives_on < plan.ends_on AND departs_on > plan.starts_on
        AND (status IN ('confirmed', 'in-residence', 'completed') OR status = 'held' AND hold_expires_at > $2)) AS stays
  FROM short_break_plans AS plan JOIN cas_plans ON cas_plans.id = cas_plan_id WHERE plan.id = ANY($1::uuid[])`;

const LOCK = `
  SELECT cas_plans.id FROM cas_plans JOIN short_break_plans ON cas_plan_id = cas_plans.id
  WHERE short_break_plans.id = $1 FOR NO KEY UPDATE OF cas_plans, short_break_plans`;

const OF_FAMILY = 'plan.casPlanId IN (SELECT id FROM cas_plans WHERE family_id = :familyId)';

const OF_CASELOAD = 'plan.casPlanId IN (SELECT id FROM cas_plans WHERE family_id = ANY(:caseload::uuid[]))';

/** Reading short-break plans: to a worker, those of other people's families are not there. */
@Injectable()
export class ShortBreakPlanRecords {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
    private readonly clock: Clock,
    private readonly lost: LostNights,
  ) {}

  get today(): string {
    return londonDate(this.clock.now());
  }

  /** The latest to begin first. */
  async list(
    query: ShortBreakPlanQuery,
    by: Actor,
  ): Promise<Listing<ShortBreakPlanFile & { readonly id: string }>> {
    const own = await this.caseload.familyIds(by);
    const after = afterOf(query);
    const plans = this.database.manager
      .createQueryBuilder(ShortBreakPlan, 'plan')
      .orderBy('plan.startsOn', 'DESC')
      .addOrderBy('plan.id', 'DESC');
    const { familyId, youngPersonId, casPlanId, status } = query;
    if (familyId) plans.andWhere(OF_FAMILY, { familyId });
    if (youngPersonId) plans.andWhere('plan.youngPersonId = :youngPersonId', { youngPersonId });
    if (casPlanId) plans.andWhere('plan.casPlanId = :casPlanId', { casPlanId });
    if (status) plans.andWhere('plan.status = :status', { status });
    if (own) plans.andWhere(OF_CASELOAD, { caseload: [...own] });
    if (after) plans.andWhere('(plan.startsOn, plan.id) < (:key::date, :id::uuid)', after);
    const page = listing(await plans.limit(limitOf(query) + 1).getMany(), query, ({ startsOn }) => startsOn);
    const files = await this.filed(page.items);
    return { ...page, items: files.map((file) => ({ ...file, id: file.plan.id })) };
  }

  /** @throws NotThere */
  async one(id: string, by: Actor): Promise<ShortBreakPlanFile> {
    const [file] = await this.filed(await this.database.manager.findBy(ShortBreakPlan, { id }));
    const own = await this.caseload.familyIds(by);
    if (!file || (own && !own.has(file.casPlan.familyId)))
      throw new NotThere('There is no such short-break plan.');
    return file;
  }

  /** The same with its row and its CAS plan's locked, always the CAS plan's first. @throws NotThere */
  async locked(tx: EntityManager, id: string, by: Actor): Promise<ShortBreakPlanFile> {
    await tx.query(LOCK, [id]);
    return this.one(id, by);
  }

  private async filed(plans: readonly ShortBreakPlan[]): Promise<ShortBreakPlanFile[]> {
    if (plans.length === 0) return [];
    const ids = plans.map(({ id }) => id);
    const rows = await this.database.rows<PartsRow>(PARTS, [ids, this.clock.now()]);
    const owed = await this.lost.owedTo(plans.map(({ youngPersonId }) => youngPersonId));
    const parts = new Map(rows.map((row) => [row.id, row]));
    return plans.flatMap((plan) => {
      const of = parts.get(plan.id);
      if (!of) return [];
      const { casPlan, goals, versions, stays } = of;
      const { startsOn, endsOn, nightsAgreed, nightsPer } = plan;
      const counted = { nights: { from: startsOn, to: endsOn }, nightsAgreed, nightsPer };
      return [
        {
          plan,
          casPlan,
          goals,
          versions,
          balance: planBalance(counted, stays, this.today, owed.get(plan.youngPersonId)),
        },
      ];
    });
  }
}
