import { Injectable } from '@nestjs/common';
import type { CasPlanStatus } from '../domain/cas-plan';
import { londonDate } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import { Caseload } from '../people/caseload.service';
import type { Actor, Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import type { NewCasReviewDto } from './cas-review.dto';
import { wrongMeetingDates } from './review-dates';

/** What a review needs to know of a CAS plan. */
export interface ReviewedPlan {
  readonly id: string;
  readonly familyId: string;
  readonly reference: string;
  readonly status: CasPlanStatus;
  readonly endsOn: string | null;
  readonly reviewOn: string;
  readonly keyWorkerName: string;
}

export interface CasReview {
  readonly id: string;
  readonly casPlanId: string;
  readonly heldOn: string;
  readonly decisions: string;
  readonly nextReviewOn: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
}

const PLAN = `
  SELECT cas_plans.id, family_id AS "familyId", families.reference, status, ends_on AS "endsOn",
    review_on AS "reviewOn", accounts.name AS "keyWorkerName"
  FROM cas_plans JOIN families ON families.id = family_id JOIN accounts ON accounts.id = key_worker_id
  WHERE cas_plans.id = $1`;

const COLUMNS = `id, cas_plan_id AS "casPlanId", held_on AS "heldOn", decisions, next_review_on AS "nextReviewOn",
  recorded_at AS "recordedAt", recorded_by_name AS "recordedByName"`;

const OF_PLAN = `
  SELECT ${COLUMNS} FROM cas_reviews WHERE cas_plan_id = $1 ORDER BY held_on DESC, recorded_at DESC, id`;

const WRITE = `
  INSERT INTO cas_reviews (cas_plan_id, held_on, decisions, next_review_on, recorded_at, recorded_by_name)
  VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`;

/** A review written down late must not take back the date a later one has set. */
const DUE = `
  UPDATE cas_plans SET review_on = $3 WHERE id = $1
    AND NOT EXISTS (SELECT 1 FROM cas_reviews WHERE cas_plan_id = $1 AND held_on > $2)`;

@Injectable()
export class CasReviews {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere, for a plan of another worker's family too. */
  async plan(id: string, by: Actor): Promise<ReviewedPlan> {
    const [plan] = await this.database.rows<ReviewedPlan>(PLAN, [id]);
    const own = await this.caseload.familyIds(by);
    if (!plan || (own && !own.has(plan.familyId))) throw new NotThere('There is no such CAS plan.');
    return plan;
  }

  /** The latest first. @throws NotThere */
  async list(planId: string, by: Person): Promise<CasReview[]> {
    await this.plan(planId, by);
    return this.database.rows<CasReview>(OF_PLAN, [planId]);
  }

  /** @throws NotThere; Misshapen; Refused for a plan that is closed. */
  async hold(planId: string, asked: NewCasReviewDto, by: Person): Promise<CasReview> {
    const { heldOn, decisions, nextReviewOn } = asked;
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM cas_plans WHERE id = $1 FOR UPDATE', [planId]);
      const { status, endsOn } = await this.plan(planId, by);
      const errors = wrongMeetingDates(heldOn, nextReviewOn, londonDate(now), 'nextReviewOn');
      if (errors.length > 0) throw new Misshapen(errors);
      if (status === 'closed')
        throw new Refused(
          `The plan was closed on ${sayDate(endsOn ?? heldOn)}. Review the family’s plan in force, if it has one.`,
        );
      const values = [planId, heldOn, decisions, nextReviewOn, now, by.name];
      const [review] = await tx.query<[CasReview]>(WRITE, values);
      await tx.query(DUE, [planId, heldOn, nextReviewOn]);
      const entry = { action: 'cas-plan.reviewed', subjectId: planId, after: asked };
      await this.audit.record(tx, by, entry);
      return review;
    });
  }
}
