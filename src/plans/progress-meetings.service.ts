import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { londonDate } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, Refused } from '../platform/problem';
import { PlansInProgress, type PlanInProgress } from './plan-in-progress.reader';
import type { NewProgressMeetingDto } from './progress-meeting.dto';
import { wrongMeetingDates } from './review-dates';

export interface ProgressMeeting {
  readonly id: string;
  readonly planId: string;
  readonly heldOn: string;
  readonly communityWorker: string;
  readonly residentialWorker: string;
  readonly decisions: string;
  readonly nextOn: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  readonly ratings: readonly {
    readonly goalId: string;
    readonly rating: number;
    readonly words: string | null;
  }[];
}

const MEETINGS = `
  SELECT id, plan_id AS "planId", held_on AS "heldOn", community_worker AS "communityWorker",
    residential_worker AS "residentialWorker", decisions, next_on AS "nextOn", recorded_at AS "recordedAt",
    recorded_by_name AS "recordedByName",
    (SELECT coalesce(json_agg(json_build_object('goalId', goal_id, 'rating', rating, 'words', words)
       ORDER BY goal_id), '[]') FROM goal_ratings WHERE meeting_id = progress_meetings.id) AS ratings
  FROM progress_meetings`;

const OF_PLAN = `${MEETINGS} WHERE plan_id = $1 ORDER BY held_on DESC, recorded_at DESC, id`;

const WRITE = `
  INSERT INTO progress_meetings (plan_id, held_on, community_worker, residential_worker, decisions, next_on,
    recorded_at, recorded_by_name)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;

const RATE = `
  INSERT INTO goal_ratings (meeting_id, goal_id, rating, words)
  SELECT $1, "goalId", rating, words FROM jsonb_to_recordset($2::jsonb) AS given("goalId" uuid, rating smallint, words text)`;

/** The CAS plan first, as everything does that ends a plan. */
const LOCKS = [
  `SELECT 1 FROM cas_plans WHERE id = (SELECT cas_plan_id FROM short_break_plans WHERE id = $1) FOR SHARE`,
  'SELECT 1 FROM short_break_plans WHERE id = $1 FOR UPDATE',
];

/** A meeting written down late must not take back the date a later one has set. */
const DUE = `
  UPDATE short_break_plans SET review_on = $3 WHERE id = $1 AND status = 'agreed'
    AND NOT EXISTS (SELECT 1 FROM progress_meetings WHERE plan_id = $1 AND held_on > $2)`;

/** Community and residential worker review a short-break plan together. */
@Injectable()
export class ProgressMeetings {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansInProgress,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The latest first. @throws NotThere */
  async list(planId: string, by: Person): Promise<ProgressMeeting[]> {
    await this.plans.one(planId, by);
    return this.database.rows<ProgressMeeting>(OF_PLAN, [planId]);
  }

  /** @throws NotThere; Misshapen; Refused for a plan that is a draft, or had ended by then. */
  async hold(planId: string, asked: NewProgressMeetingDto, by: Person): Promise<ProgressMeeting> {
    return this.database.transaction(async (tx) => {
      for (const lock of LOCKS) await tx.query(lock, [planId]);
      const plan = await this.plans.one(planId, by);
      this.refuseImpossible(asked, plan);
      refuseUnlessInForce(plan, asked.heldOn);
      const id = await this.write(tx, plan, asked, by);
      await this.audit.record(tx, by, {
        action: 'progress-meeting.held',
        youngPersonId: plan.youngPersonId,
        subjectId: id,
        after: { planId, ...asked },
      });
      const [meeting] = await tx.query<[ProgressMeeting]>(`${MEETINGS} WHERE id = $1`, [id]);
      return meeting;
    });
  }

  private async write(
    tx: EntityManager,
    { id: planId }: PlanInProgress,
    { heldOn, communityWorker, residentialWorker, decisions, nextOn, ratings }: NewProgressMeetingDto,
    by: Person,
  ): Promise<string> {
    const [{ id }] = await tx.query<[{ id: string }]>(WRITE, [
      ...[planId, heldOn, communityWorker, residentialWorker, decisions, nextOn],
      ...[this.clock.now(), by.name],
    ]);
    await tx.query(RATE, [id, JSON.stringify(ratings)]);
    await tx.query(DUE, [planId, heldOn, nextOn]);
    return id;
  }

  private refuseImpossible(asked: NewProgressMeetingDto, { goals }: PlanInProgress): void {
    const today = londonDate(this.clock.now());
    const ids = asked.ratings.map(({ goalId }) => goalId);
    const wrongGoals = ids.flatMap((id, index) => {
      const pointer = `/ratings/${index}/goalId`;
      if (!goals.some((goal) => goal.id === id && !goal.isLeftOut))
        return [{ pointer, detail: 'This is no goal of the plan.' }];
      return ids.indexOf(id) < index ? [{ pointer, detail: 'This goal is rated already.' }] : [];
    });
    const errors = [...wrongMeetingDates(asked.heldOn, asked.nextOn, today, 'nextOn'), ...wrongGoals];
    if (errors.length > 0) throw new Misshapen(errors);
  }
}

function refuseUnlessInForce({ status, endedOn }: PlanInProgress, heldOn: string): void {
  if (status === 'draft')
    throw new Refused('The plan is still a draft. Once both have agreed it, its progress can be reviewed.');
  if (endedOn && heldOn > endedOn)
    throw new Refused(`The plan ended on ${sayDate(endedOn)}. Review the plan that took its place.`);
}
