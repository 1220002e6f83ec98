import { Injectable } from '@nestjs/common';
import type { NoticedCategory, NoticedStatus, NoticedUrgency } from '../domain/noticed-thing';
import { Caseload } from '../people/caseload.service';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { NotThere } from '../platform/problem';

export interface NoticedThing {
  readonly id: string;
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly youngPersonName: string;
  readonly familyId: string;
  readonly category: NoticedCategory;
  readonly words: string;
  readonly urgency: NoticedUrgency;
  readonly noticedAt: Date;
  readonly noticedByName: string;
  readonly status: NoticedStatus;
  readonly casGoalId: string | null;
  readonly casGoalText: string | null;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly settledWords: string | null;
  /** Whoever holds the family's plan now; nobody while it has none. */
  readonly keyWorkerName: string | null;
}

export interface GoalOfFamily {
  readonly id: string;
  readonly text: string;
}

interface Chosen {
  readonly status?: NoticedStatus;
  readonly youngPersonId?: string;
  readonly noticedByName?: string;
}

const THINGS = `
  SELECT things.id, stay_id AS "stayId", young_person_id AS "youngPersonId",
    given_name || ' ' || family_name AS "youngPersonName", young_people.family_id AS "familyId", category, words,
    urgency, noticed_at AS "noticedAt", noticed_by_name AS "noticedByName", things.status,
    cas_goal_id AS "casGoalId", cas_goals.text AS "casGoalText", settled_at AS "settledAt",
    settled_by_name AS "settledByName", settled_words AS "settledWords", accounts.name AS "keyWorkerName"
  FROM noticed_things AS things
    JOIN young_people ON young_people.id = young_person_id
    LEFT JOIN cas_goals ON cas_goals.id = cas_goal_id
    LEFT JOIN cas_plans ON cas_plans.family_id = young_people.family_id AND cas_plans.status <> 'closed'
    LEFT JOIN accounts ON accounts.id = cas_plans.key_worker_id`;

const LIST = `${THINGS}
  WHERE ($1::text IS NULL OR things.status = $1) AND ($2::uuid IS NULL OR young_person_id = $2)
    AND ($3::text IS NULL OR noticed_by_name = $3)
    AND ($4::uuid[] IS NULL OR young_people.family_id = ANY ($4))
  ORDER BY things.status <> 'open', settled_at DESC,
    array_position(ARRAY['urgent', 'soon', 'routine'], urgency), noticed_at, things.id`;

const GOALS = `
  SELECT cas_goals.id, text FROM cas_goals JOIN cas_plans ON cas_plans.id = cas_plan_id
  WHERE family_id = $1 AND status <> 'closed' AND ended_on IS NULL ORDER BY position, cas_goals.id`;

/** What was noticed during stays, as far as the reader may know of it. */
@Injectable()
export class NoticedThings {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
  ) {}

  /** Open ones first, the urgent before the others and then the oldest; then those settled, the latest first. */
  async list({ status, youngPersonId, noticedByName }: Chosen, by: Person): Promise<NoticedThing[]> {
    if (youngPersonId) await this.caseload.refuseStrangersAmong([youngPersonId], by);
    const own = await this.caseload.familyIds(by);
    const chosen = [status ?? null, youngPersonId ?? null, noticedByName ?? null];
    return this.database.rows<NoticedThing>(LIST, [...chosen, own ? [...own] : null]);
  }

  /** @throws NotThere, for what concerns another worker's family too. */
  async one(id: string, by: Person): Promise<NoticedThing> {
    const [thing] = await this.database.rows<NoticedThing>(`${THINGS} WHERE things.id = $1`, [id]);
    const own = await this.caseload.familyIds(by);
    if (!thing || (own && !own.has(thing.familyId)))
      throw new NotThere('There is nothing noticed with this id.');
    return thing;
  }

  /** Goals of the family's CAS plan into which something can be folded. */
  async goalsOf(familyId: string): Promise<GoalOfFamily[]> {
    return this.database.rows<GoalOfFamily>(GOALS, [familyId]);
  }
}
