import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { SupportKind } from '../domain/cas-plan';
import { Caseload } from '../people/caseload.service';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { NotThere } from '../platform/problem';
import type { CasPlanQuery } from './cas-plan.dto';
import { CasPlan } from './cas-plan.entity';

export interface Support {
  readonly id: string;
  readonly kind: SupportKind;
  readonly fromOn: string;
  /** Exclusive; `null` while nothing has taken its place. */
  readonly toOn: string | null;
  readonly socialWorker: string | null;
}

export interface CasGoal {
  readonly id: string;
  readonly text: string;
  readonly endedOn: string | null;
}

/** A CAS plan with all that is written in it. */
export interface CasPlanFile {
  readonly plan: CasPlan;
  readonly keyWorkerName: string;
  /** By date. */
  readonly supports: readonly Support[];
  readonly goals: readonly CasGoal[];
}

interface PartsRow extends Omit<CasPlanFile, 'plan'> {
  readonly id: string;
}

const PARTS = `
  SELECT cas_plans.id, accounts.name AS "keyWorkerName",
    (SELECT coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'fromOn', from_on, 'toOn', to_on,
      'socialWorker', social_worker) ORDER BY from_on, recorded_at), '[]')
      FROM cas_plan_supports WHERE cas_plan_id = cas_plans.id) AS supports,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'text', text, 'endedOn', ended_on) ORDER BY position), '[]')
      FROM cas_goals WHERE cas_plan_id = cas_plans.id) AS goals
  FROM cas_plans JOIN accounts ON accounts.id = key_worker_id WHERE cas_plans.id = ANY($1::uuid[])`;

const LOCK = 'SELECT id FROM cas_plans WHERE id = $1 FOR NO KEY UPDATE';

const UNKNOWN = 'There is no such CAS plan.';

/** Reading CAS plans: to a worker, those of other people's families are not there. */
@Injectable()
export class CasPlanRecords {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
  ) {}

  /** The latest to begin first. */
  async list(query: CasPlanQuery, by: Actor): Promise<Listing<CasPlanFile & { readonly id: string }>> {
    const own = await this.caseload.familyIds(by);
    const after = afterOf(query);
    const plans = this.database.manager
      .createQueryBuilder(CasPlan, 'plan')
      .orderBy('plan.startsOn', 'DESC')
      .addOrderBy('plan.id', 'DESC');
    const { familyId, status } = query;
    if (familyId) plans.andWhere('plan.familyId = :familyId', { familyId });
    if (status) plans.andWhere('plan.status = :status', { status });
    if (own) plans.andWhere('plan.familyId = ANY(:own::uuid[])', { own: [...own] });
    if (after) plans.andWhere('(plan.startsOn, plan.id) < (:key::date, :id::uuid)', after);
    const page = listing(await plans.limit(limitOf(query) + 1).getMany(), query, ({ startsOn }) => startsOn);
    const files = await this.filed(page.items);
    return { ...page, items: files.map((file) => ({ ...file, id: file.plan.id })) };
  }

  /** Of each of these families, the plan that is not closed. */
  async live(familyIds: readonly string[]): Promise<ReadonlyMap<string, CasPlanFile>> {
    const status = Not('closed' as const);
    const plans = await this.database.manager.findBy(CasPlan, { familyId: In(familyIds), status });
    const files = await this.filed(plans);
    return new Map(files.map((file) => [file.plan.familyId, file]));
  }

  /** @throws NotThere */
  async one(id: string, by: Actor): Promise<CasPlanFile> {
    const file = await this.file(id);
    if (!file || !(await this.isOpenTo(file.plan, by))) throw new NotThere(UNKNOWN);
    return file;
  }

  /** The plan as it is, whoever may read it by now. @throws NotThere */
  async asItIs(id: string): Promise<CasPlanFile> {
    const file = await this.file(id);
    if (!file) throw new NotThere(UNKNOWN);
    return file;
  }

  /** The same with its row locked: whatever changes it, or a plan nested in it, waits its turn. @throws NotThere */
  async locked(tx: EntityManager, id: string, by: Actor): Promise<CasPlanFile> {
    await tx.query(LOCK, [id]);
    return this.one(id, by);
  }

  private async file(id: string): Promise<CasPlanFile | undefined> {
    const [file] = await this.filed(await this.database.manager.findBy(CasPlan, { id }));
    return file;
  }

  private async isOpenTo({ familyId }: CasPlan, by: Actor): Promise<boolean> {
    const own = await this.caseload.familyIds(by);
    return own?.has(familyId) ?? true;
  }

  private async filed(plans: readonly CasPlan[]): Promise<CasPlanFile[]> {
    if (plans.length === 0) return [];
    const rows = await this.database.rows<PartsRow>(PARTS, [plans.map(({ id }) => id)]);
    const parts = new Map(rows.map(({ id, ...rest }) => [id, rest]));
    return plans.flatMap((plan) => {
      const of = parts.get(plan.id);
      return of ? [{ plan, ...of }] : [];
    });
  }
}
