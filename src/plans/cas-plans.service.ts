import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { whyNotToCasPlan, type CasPlanActionName } from '../domain/cas-plan-actions';
import { sayDate } from '../domain/say-dates';
import { familiesOf } from '../platform/about/families-of';
import type { Actor, Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Database } from '../platform/database';
import { Misshapen, NotThere, Refused, Stale } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { CasPlanRecords, type CasPlanFile } from './cas-plan-records.service';
import type { CasGoalDto, KeyWorkerDto, NewCasPlanDto, SupportDto } from './cas-plan.dto';
import { CasPlan } from './cas-plan.entity';
import { KeyWorkers } from './key-workers.service';

/** Two who open a plan for one family wait for each other here. */
const LOCK_FAMILY = 'SELECT id FROM families WHERE id = $1 FOR NO KEY UPDATE';

const ADD_SUPPORT = `
  INSERT INTO cas_plan_supports (cas_plan_id, kind, from_on, social_worker, recorded_by_name)
  VALUES ($1, $2, $3, $4, $5)`;

const END_SUPPORT = 'UPDATE cas_plan_supports SET to_on = $2 WHERE cas_plan_id = $1 AND to_on IS NULL';

const ADD_GOALS = `
  INSERT INTO cas_goals (cas_plan_id, position, text)
  SELECT $1, (SELECT count(*) FROM cas_goals WHERE cas_plan_id = $1) + position, text
  FROM unnest($2::text[]) WITH ORDINALITY AS goal(text, position)`;

/** Opening a family's plan, and what is written in it while it runs. */
@Injectable()
export class CasPlans {
  constructor(
    private readonly database: Database,
    private readonly records: CasPlanRecords,
    private readonly keyWorkers: KeyWorkers,
    private readonly audit: AuditTrail,
  ) {}

  /** One open or dormant plan for a family. @throws NotThere, Misshapen, Refused */
  async open(asked: NewCasPlanDto, by: Person): Promise<CasPlanFile> {
    const { familyId, startsOn, reviewOn, keyWorkerId = by.id } = asked;
    if (reviewOn < startsOn) throw Misshapen.at('/reviewOn', 'The review cannot be before the plan begins.');
    return this.database.transaction(async (tx) => {
      await this.refuseSecondPlan(tx, familyId, by);
      await this.keyWorkers.refuseOthers(keyWorkerId, by);
      const plan = await tx.save(
        tx.create(CasPlan, { familyId, keyWorkerId, startsOn, reviewOn, recordedByName: by.name }),
      );
      await tx.query(ADD_SUPPORT, [plan.id, asked.support, startsOn, asked.socialWorker ?? null, by.name]);
      await tx.query(ADD_GOALS, [plan.id, asked.goals.map(({ text }) => text)]);
      await this.audit.record(tx, by, { action: 'cas-plan.opened', subjectId: plan.id, after: asked });
      return this.records.asItIs(plan.id);
    });
  }

  /** The one way an open family's plan is looked up before opening another. @throws NotThere, Misshapen, Refused */
  async refuseSecondPlan(tx: EntityManager, familyId: string, by: Person): Promise<void> {
    const isStranger = () => new NotThere('There is no such family.');
    const found = await tx.query<unknown[]>(LOCK_FAMILY, [familyId]);
    if (found.length === 0)
      throw by.role === 'worker'
        ? isStranger()
        : Misshapen.at('/familyId', 'There is no family with this id.');
    const live = await tx.findOneBy(CasPlan, { familyId, status: Not('closed') });
    if (!live) return;
    if (!((await familiesOf(this.database, by))?.has(familyId) ?? true)) throw isStranger();
    throw new Refused(
      `The family has a CAS plan that is ${live.status}, from ${sayDate(live.startsOn)}. ` +
        (live.status === 'dormant' ? 'Reopen it instead.' : 'Use it, or close it first.'),
      [],
      { casPlanId: live.id },
    );
  }

  /** The support before it ends where this begins. */
  async support(id: string, asked: SupportDto, changer: Changer): Promise<CasPlanFile> {
    const { kind, fromOn, socialWorker = null } = asked;
    return this.change(id, 'support', changer, async (tx, { plan, supports }) => {
      const last = supports.at(-1)?.fromOn ?? plan.startsOn;
      if (fromOn < last)
        throw Misshapen.at('/fromOn', `The support before it began on ${sayDate(last)}: begin later.`);
      await tx.query(END_SUPPORT, [id, fromOn]);
      await tx.query(ADD_SUPPORT, [id, kind, fromOn, socialWorker, changer.by.name]);
      await this.save(tx, plan, {}, changer.by, { action: 'cas-plan.support-changed', after: asked });
    });
  }

  async addGoal(id: string, { text }: CasGoalDto, changer: Changer): Promise<CasPlanFile> {
    return this.change(id, 'goals', changer, async (tx, { plan }) => {
      await tx.query(ADD_GOALS, [id, [text]]);
      await this.save(tx, plan, {}, changer.by, { action: 'cas-plan.goal-added', after: { text } });
    });
  }

  /** Everything of the family goes with the plan: who may see it follows the key worker. */
  async handOver(id: string, { keyWorkerId }: KeyWorkerDto, changer: Changer): Promise<CasPlanFile> {
    return this.change(id, 'key-worker', changer, async (tx, { plan }) => {
      await this.keyWorkers.refuseOthers(keyWorkerId, changer.by);
      await this.save(tx, plan, { keyWorkerId }, changer.by, { action: 'cas-plan.handed-over' });
    });
  }

  /**
   * The one way a CAS plan changes: under its lock, at the version that was read, and only when its state allows.
   * @throws NotThere, Stale (412), Refused saying why not.
   */
  async change(
    id: string,
    action: CasPlanActionName,
    { by, readAt }: Changer,
    work: (tx: EntityManager, file: CasPlanFile) => Promise<void>,
  ): Promise<CasPlanFile> {
    return this.database.transaction(async (tx) => {
      const file = await this.records.locked(tx, id, by);
      if (readAt !== undefined && readAt !== file.plan.version)
        throw new Stale('Read the plan again, look at what changed, and decide anew.');
      const why = whyNotToCasPlan(action, file.plan.status);
      if (why) throw new Refused(why);
      await work(tx, file);
      return this.records.asItIs(id);
    });
  }

  async save(
    tx: EntityManager,
    before: CasPlan,
    changed: Partial<CasPlan>,
    by: Actor,
    entry: { readonly action: string; readonly after?: unknown; readonly reason?: string | null },
  ): Promise<void> {
    const { id, version } = before;
    await tx.update(CasPlan, { id }, { ...changed, version: version + 1 });
    await this.audit.record(tx, by, { subjectId: id, before, after: { ...before, ...changed }, ...entry });
  }
}
