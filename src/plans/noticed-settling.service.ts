import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, Refused } from '../platform/problem';
import type { FoldingInDto, SettingAsideDto } from './noticed-thing.dto';
import { NoticedThings, type NoticedThing } from './noticed-things.reader';

interface Fate {
  readonly status: 'folded-in' | 'set-aside';
  readonly casGoalId: string | null;
  readonly words: string | null;
}

const LOCK_PLAN = `SELECT id FROM cas_plans WHERE family_id = $1 AND status <> 'closed' FOR UPDATE`;

const GOAL = 'SELECT 1 FROM cas_goals WHERE id = $1 AND cas_plan_id = $2 AND ended_on IS NULL';

const ADD_GOAL = `
  INSERT INTO cas_goals (cas_plan_id, position, text, added_at)
  SELECT $1, coalesce(max(position) + 1, 0), $2, $3 FROM cas_goals WHERE cas_plan_id = $1 RETURNING id`;

const SETTLE = `
  UPDATE noticed_things SET status = $2, cas_goal_id = $3, settled_words = $4, settled_at = $5, settled_by_name = $6
  WHERE id = $1`;

/** What is noticed is folded into the CAS plan or set aside with a reason: once, and kept either way. */
@Injectable()
export class NoticedSettling {
  constructor(
    private readonly database: Database,
    private readonly things: NoticedThings,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere; Misshapen; Refused when it is settled already, or the family has no CAS plan. */
  async foldIn(id: string, asked: FoldingInDto, by: Person): Promise<NoticedThing> {
    if ((asked.casGoalId === undefined) === (asked.newGoal === undefined))
      throw Misshapen.at('/casGoalId', 'Choose a goal of the CAS plan, or write a new one.');
    return this.settle(id, by, async (tx, { familyId }) => {
      const [plan] = await tx.query<{ id: string }[]>(LOCK_PLAN, [familyId]);
      if (!plan)
        throw new Refused('The family has no CAS plan. Open one first, or set this aside with a reason.');
      const casGoalId = await this.goal(tx, plan.id, asked);
      return { status: 'folded-in', casGoalId, words: asked.words ?? null };
    });
  }

  /** @throws NotThere; Refused when it is settled already. */
  async setAside(id: string, { reason }: SettingAsideDto, by: Person): Promise<NoticedThing> {
    return this.settle(id, by, () =>
      Promise.resolve({ status: 'set-aside', casGoalId: null, words: reason }),
    );
  }

  private async settle(
    id: string,
    by: Person,
    decide: (tx: EntityManager, thing: NoticedThing) => Promise<Fate>,
  ): Promise<NoticedThing> {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM noticed_things WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.things.one(id, by);
      if (before.status !== 'open')
        throw new Refused(`${before.settledByName ?? 'Somebody'} has settled this already.`);
      const { status, casGoalId, words } = await decide(tx, before);
      await tx.query(SETTLE, [id, status, casGoalId, words, this.clock.now(), by.name]);
      await this.audit.record(tx, by, {
        action: `thing.${status}`,
        youngPersonId: before.youngPersonId,
        subjectId: id,
        after: { status, casGoalId },
        reason: words,
      });
      return this.things.one(id, by);
    });
  }

  private async goal(tx: EntityManager, planId: string, { casGoalId, newGoal }: FoldingInDto) {
    if (newGoal !== undefined) {
      const [{ id }] = await tx.query<[{ id: string }]>(ADD_GOAL, [planId, newGoal, this.clock.now()]);
      return id;
    }
    const found = await tx.query<unknown[]>(GOAL, [casGoalId, planId]);
    if (found.length === 0 || casGoalId === undefined)
      throw Misshapen.at('/casGoalId', 'This is no goal of the family’s CAS plan.');
    return casGoalId;
  }
}
