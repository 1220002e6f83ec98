import { Injectable } from '@nestjs/common';
import type { ShortBreakPlanStatus } from '../domain/short-break-plan';
import { Caseload } from '../people/caseload.service';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

export interface GoalInProgress {
  readonly id: string;
  readonly text: string;
  readonly ratedAtEntry: number | null;
  /** No longer a goal of the plan; what it was rated before is kept. */
  readonly isLeftOut: boolean;
}

/** What a progress meeting needs to know of a short-break plan. */
export interface PlanInProgress {
  readonly id: string;
  readonly youngPersonId: string;
  readonly familyId: string;
  readonly name: string;
  readonly status: ShortBreakPlanStatus;
  readonly endedOn: string | null;
  readonly reviewOn: string;
  readonly keyWorkerName: string;
  readonly goals: readonly GoalInProgress[];
}

const PLAN = `
  SELECT plans.id, plans.young_person_id AS "youngPersonId", young_people.family_id AS "familyId",
    given_name || ' ' || family_name AS name, plans.status, plans.ended_on AS "endedOn",
    plans.review_on AS "reviewOn", accounts.name AS "keyWorkerName",
    (SELECT coalesce(json_agg(json_build_object('id', goals.id, 'text', goals.text,
       'ratedAtEntry', goals.rated_at_entry, 'isLeftOut', goals.left_out_at IS NOT NULL) ORDER BY goals.position, goals.id), '[]')
     FROM short_break_goals AS goals WHERE goals.plan_id = plans.id) AS goals
  FROM short_break_plans AS plans
    JOIN young_people ON young_people.id = plans.young_person_id
    JOIN cas_plans ON cas_plans.id = plans.cas_plan_id
    JOIN accounts ON accounts.id = cas_plans.key_worker_id
  WHERE plans.id = $1`;

@Injectable()
export class PlansInProgress {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
  ) {}

  /** @throws NotThere, for a plan of another worker's family too. */
  async one(id: string, by: Actor): Promise<PlanInProgress> {
    const [plan] = await this.database.rows<PlanInProgress>(PLAN, [id]);
    const own = await this.caseload.familyIds(by);
    if (!plan || (own && !own.has(plan.familyId))) throw new NotThere('There is no such short-break plan.');
    return plan;
  }
}
