import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { earlierOf, type CalendarDate } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { sayStay } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Refused } from '../platform/problem';
import type { EndingStay } from './plan-endings.service';
import { PlanWording } from './plan-wording.service';
import { ShortBreakPlan } from './short-break-plan.entity';

/** Nights of the old plan from tonight on that neither it, cut, nor the new one covers. */
const LEFT_OUTSIDE = `
  SELECT id, young_person_id AS "youngPersonId", status, arrives_on AS "arrivesOn", departs_on AS "departsOn"
  FROM stays
  WHERE kind = 'planned' AND young_person_id = $1 AND arrives_on < $2 AND departs_on > $3 AND departs_on > $4
    AND (status IN ('confirmed', 'in-residence') OR status = 'held' AND hold_expires_at > $5)
  ORDER BY arrives_on, id`;

const MOVE_STAYS = `
  UPDATE stays SET plan_id = $2
  WHERE plan_id = $1 AND arrives_on >= $3 AND status IN ('held', 'confirmed')`;

/** How an agreed plan ends sooner than agreed, for a revision or because somebody ends it. */
@Injectable()
export class PlanCuts {
  constructor(
    private readonly wording: PlanWording,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused, listing stays booked under the old plan that the new one would not cover. */
  async giveWay(tx: EntityManager, oldId: string, revision: ShortBreakPlan, by: Person): Promise<void> {
    const old = await tx.findOneByOrFail(ShortBreakPlan, { id: oldId });
    if (old.status !== 'agreed') return;
    const { youngPersonId, startsOn, endsOn } = revision;
    const today = londonDate(this.clock.now());
    if (endsOn < old.endsOn) {
      const span = [youngPersonId, old.endsOn, endsOn, today, this.clock.now()];
      const stays = await tx.query<EndingStay[]>(LEFT_OUTSIDE, span);
      if (stays.length > 0) throw new Refused(outside(stays, today), [], { stays });
    }
    if (startsOn < old.endsOn) await this.cut(tx, old, startsOn, 'A revision took its place.', by);
  }

  /**
   * From a day still to come on, it stays agreed for the nights until then and its dates become shorter; otherwise
   * it has ended.
   */
  async cut(
    tx: EntityManager,
    plan: ShortBreakPlan,
    on: CalendarDate,
    endedReason: string,
    by: Person,
  ): Promise<void> {
    const isToCome = plan.status === 'agreed' && on > this.today && on > plan.startsOn;
    const changed = isToCome
      ? { endsOn: on, endedReason }
      : { status: 'ended' as const, endedOn: this.endOf(plan, on), endedReason };
    const after = { ...plan, ...changed, version: plan.version + 1 };
    await tx.update(ShortBreakPlan, { id: plan.id }, { ...changed, version: after.version });
    if (isToCome)
      await this.wording.keepVersion(tx, after, { endsOn: on, why: endedReason }, this.clock.now(), by.name);
    await this.audit.record(tx, by, {
      action: isToCome ? 'short-break-plan.shortened' : 'short-break-plan.ended',
      subjectId: plan.id,
      youngPersonId: plan.youngPersonId,
      before: plan,
      after,
      reason: endedReason,
    });
  }

  /** Stays ahead are of the plan that covers them now. */
  async moveStays(tx: EntityManager, oldId: string, revision: ShortBreakPlan): Promise<void> {
    await tx.query(MOVE_STAYS, [oldId, revision.id, revision.startsOn]);
  }

  /** A plan that never began ends now, so that nothing to come stands in the way of closing the CAS plan. */
  private endOf(plan: ShortBreakPlan, on: CalendarDate): CalendarDate {
    return earlierOf(earlierOf(on, plan.endsOn), this.today);
  }

  private get today(): CalendarDate {
    return londonDate(this.clock.now());
  }
}

function outside(stays: readonly EndingStay[], today: CalendarDate): string {
  const said = stays.map(({ arrivesOn, departsOn }) => sayStay({ from: arrivesOn, to: departsOn }, today));
  const which = stays.length === 1 ? 'A stay is' : `${stays.length} stays are`;
  return `${which} booked outside the new dates: ${said.join('; ')}. Change or cancel them first, or end the plan later.`;
}
