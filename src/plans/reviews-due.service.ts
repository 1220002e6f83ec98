import { Injectable } from '@nestjs/common';
import { londonDate } from '../domain/london';
import { reviewsDue, toldUntil, type Dated } from '../domain/reviews-due';
import { Caseload } from '../people/caseload.service';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';

export interface PlanToReview {
  readonly kind: 'cas-plan' | 'short-break-plan';
  readonly planId: string;
  readonly familyId: string;
  readonly familyReference: string;
  readonly keyWorkerName: string;
  /** Of a short-break plan. */
  readonly youngPersonId: string | null;
  readonly youngPersonName: string | null;
  readonly reviewOn: string;
}

/** Plans in force only: what is over or asleep waits for nobody. */
const DUE = `
  SELECT 'cas-plan' AS kind, cas_plans.id AS "planId", family_id AS "familyId",
    families.reference AS "familyReference", accounts.name AS "keyWorkerName", NULL::uuid AS "youngPersonId",
    NULL AS "youngPersonName", review_on AS "reviewOn"
  FROM cas_plans JOIN families ON families.id = family_id JOIN accounts ON accounts.id = key_worker_id
  WHERE status = 'open' AND review_on <= $1 AND ($3::uuid[] IS NULL OR family_id = ANY ($3))
  UNION ALL
  SELECT 'short-break-plan', plans.id, cas_plans.family_id, families.reference, accounts.name, young_people.id,
    given_name || ' ' || family_name, plans.review_on
  FROM short_break_plans AS plans
    JOIN cas_plans ON cas_plans.id = plans.cas_plan_id
    JOIN families ON families.id = cas_plans.family_id
    JOIN accounts ON accounts.id = cas_plans.key_worker_id
    JOIN young_people ON young_people.id = plans.young_person_id
  WHERE plans.status = 'agreed' AND plans.ends_on > $2 AND plans.review_on <= $1
    AND ($3::uuid[] IS NULL OR cas_plans.family_id = ANY ($3))
  ORDER BY "reviewOn", "planId"`;

/** Reviews and progress meetings that are overdue or near, the same for both sides. */
@Injectable()
export class ReviewsDue {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return londonDate(this.clock.now());
  }

  /** Overdue first. */
  async of(by: Person): Promise<Dated<PlanToReview>[]> {
    const own = await this.caseload.familyIds(by);
    const { today } = this;
    const families = own ? [...own] : null;
    const plans = await this.database.rows<PlanToReview>(DUE, [toldUntil(today), today, families]);
    return reviewsDue(plans, today);
  }
}
