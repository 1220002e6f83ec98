import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ShortBreakGoalDto } from './short-break-plan.dto';
import type { ShortBreakPlan } from './short-break-plan.entity';

/** A goal written again keeps its id and what hangs on it. */
const KEEP = `
  WITH asked AS (
    SELECT "casGoalId", text, "ratedAtEntry", position
    FROM jsonb_to_recordset($3::jsonb) AS goal("casGoalId" uuid, text text, "ratedAtEntry" smallint, position smallint)),
  kept AS (
    UPDATE short_break_goals AS goal SET position = asked.position, rated_at_entry = asked."ratedAtEntry"
    FROM asked WHERE plan_id = $1 AND left_out_at IS NULL AND goal.cas_goal_id = asked."casGoalId"
      AND goal.text = asked.text RETURNING goal.id, asked.position),
  dropped AS (
    UPDATE short_break_goals SET left_out_at = $4
    WHERE plan_id = $1 AND left_out_at IS NULL AND id NOT IN (SELECT id FROM kept))
  INSERT INTO short_break_goals (plan_id, cas_plan_id, cas_goal_id, position, text, rated_at_entry)
  SELECT $1, $2, "casGoalId", position, text, "ratedAtEntry" FROM asked
  WHERE position NOT IN (SELECT position FROM kept)`;

/** What the two sides agree to, as one version. */
const KEEP_VERSION = `
  INSERT INTO short_break_plan_versions (plan_id, version, terms, written_at, written_by_name)
  VALUES ($1, $2, $3, $4, $5)`;

/** The goals of a short-break plan, and its versions as they were written. */
@Injectable()
export class PlanWording {
  async writeGoals(
    tx: EntityManager,
    { id, casPlanId }: ShortBreakPlan,
    goals: readonly ShortBreakGoalDto[],
    at: Date,
  ): Promise<void> {
    const rows = goals.map((goal, position) => ({ ratedAtEntry: null, ...goal, position }));
    await tx.query(KEEP, [id, casPlanId, JSON.stringify(rows), at]);
  }

  async keepVersion(
    tx: EntityManager,
    plan: Pick<ShortBreakPlan, 'id' | 'version'>,
    terms: object,
    at: Date,
    name: string,
  ): Promise<void> {
    await tx.query(KEEP_VERSION, [plan.id, plan.version, JSON.stringify(terms), at, name]);
  }
}
