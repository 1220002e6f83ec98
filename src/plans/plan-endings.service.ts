import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { earlierOf, type CalendarDate } from '../domain/calendar-date';
import type { StayStatus } from '../domain/diary';
import { londonDate } from '../domain/london';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { FreedNights } from '../platform/freed-nights';
import { Stay } from '../stays/stay.entity';
import { AlsoEnded, type OpenRequest } from './also-ended.service';
import { ShortBreakPlan } from './short-break-plan.entity';

export interface EndingStay {
  readonly id: string;
  readonly youngPersonId: string;
  readonly status: StayStatus;
  readonly arrivesOn: string;
  readonly departsOn: string;
}

/** What ends when a plan ends, and what stands in its way. */
export interface Endings {
  readonly on: CalendarDate;
  readonly shortBreakPlans: readonly ShortBreakPlan[];
  /** Held or confirmed, with a night from that day on. */
  readonly stays: readonly EndingStay[];
  readonly requests: readonly OpenRequest[];
  /** Nights from that day on that are being stayed, or have been. */
  readonly stayed: readonly EndingStay[];
}

interface Span {
  readonly youngPersonIds: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** A hold that has run out is no stay any more, even before the gate has tidied it away. */
const STAYS = `
  SELECT id, young_person_id AS "youngPersonId", status, arrives_on AS "arrivesOn", departs_on AS "departsOn"
  FROM stays
  WHERE kind = 'planned' AND young_person_id = ANY($1::uuid[]) AND departs_on > $2
    AND ($3::date IS NULL OR arrives_on < $3)
    AND (status IN ('confirmed', 'in-residence', 'completed') OR status = 'held' AND hold_expires_at > $4)
  ORDER BY arrives_on, id`;

const CANCEL = `
  WITH cancelled AS (
    UPDATE stays SET status = 'cancelled', ended_on = $2, ended_by = 'cas', ended_reason = $3,
      hold_expires_at = NULL, version = version + 1
    WHERE id = ANY($1::uuid[]) RETURNING id)
  UPDATE bed_uses SET live = false WHERE stay_id IN (SELECT id FROM cancelled)`;

const FAMILY = 'SELECT id FROM young_people WHERE family_id = $1 ORDER BY id';

/** Ends what stands on a plan, inside the transaction of whoever ends the plan. */
@Injectable()
export class PlanEndings {
  constructor(
    private readonly alsoEnded: AlsoEnded,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly freed: FreedNights,
  ) {}

  async ofCasPlan(
    tx: EntityManager,
    { id, familyId }: { readonly id: string; readonly familyId: string },
    on: CalendarDate,
  ): Promise<Endings> {
    const family = await tx.query<{ id: string }[]>(FAMILY, [familyId]);
    const stays = await this.stays(tx, {
      youngPersonIds: family.map((youngPerson) => youngPerson.id),
      from: on,
      to: null,
    });
    const shortBreakPlans = await tx.find(ShortBreakPlan, {
      where: { casPlanId: id, status: In(['draft', 'agreed']) },
      order: { startsOn: 'ASC', id: 'ASC' },
    });
    return { on, shortBreakPlans, ...stays, requests: await this.alsoEnded.open(tx, familyId) };
  }

  /** Stays planned under an agreed plan; a draft has none. */
  async ofShortBreakPlan(tx: EntityManager, plan: ShortBreakPlan, on: CalendarDate): Promise<Endings> {
    const { youngPersonId, startsOn, endsOn, status } = plan;
    const span = { youngPersonIds: [youngPersonId], from: on > startsOn ? on : startsOn, to: endsOn };
    const stays = status === 'agreed' ? await this.stays(tx, span) : { stays: [], stayed: [] };
    return { on, shortBreakPlans: [plan], requests: [], ...stays };
  }

  async cancelStays(
    tx: EntityManager,
    stays: readonly EndingStay[],
    reason: string,
    by: Actor,
  ): Promise<void> {
    if (stays.length === 0) return;
    const ids = stays.map(({ id }) => id);
    const before = await tx.findBy(Stay, { id: In(ids) });
    await tx.query(CANCEL, [ids, this.today, reason]);
    const after = new Map((await tx.findBy(Stay, { id: In(ids) })).map((stay) => [stay.id, stay]));
    for (const { unitId, arrivesOn, departsOn } of before)
      this.freed.publish({ unitId, nights: { from: arrivesOn, to: departsOn } });
    const entries = before.map((stay) => ({
      ...{ action: 'stay.cancelled', unitId: stay.unitId, youngPersonId: stay.youngPersonId },
      ...{ subjectId: stay.id, before: stay, after: after.get(stay.id), reason },
    }));
    await this.audit.record(tx, by, ...entries);
  }

  /** A plan that would have ended earlier ends then. */
  async endPlans(
    tx: EntityManager,
    { on, shortBreakPlans }: Pick<Endings, 'on' | 'shortBreakPlans'>,
    reason: string,
    by: Actor,
  ): Promise<void> {
    for (const plan of shortBreakPlans) {
      const ended = { status: 'ended' as const, endedOn: earlierOf(on, plan.endsOn), endedReason: reason };
      await tx.update(ShortBreakPlan, { id: plan.id }, { ...ended, version: plan.version + 1 });
      const { id: subjectId, youngPersonId } = plan;
      const entry = { action: 'short-break-plan.ended', subjectId, youngPersonId, reason };
      await this.audit.record(tx, by, { ...entry, before: plan, after: { ...plan, ...ended } });
    }
  }

  async endAll(tx: EntityManager, endings: Endings, reason: string, by: Actor): Promise<void> {
    await this.cancelStays(tx, endings.stays, reason, by);
    await this.endPlans(tx, endings, reason, by);
    await this.alsoEnded.withdraw(tx, endings.requests, reason, by);
  }

  private get today(): CalendarDate {
    return londonDate(this.clock.now());
  }

  private async stays(
    tx: EntityManager,
    { youngPersonIds, from, to }: Span,
  ): Promise<Pick<Endings, 'stays' | 'stayed'>> {
    const found = await tx.query<EndingStay[]>(STAYS, [youngPersonIds, from, to, this.clock.now()]);
    const isAhead = ({ status }: EndingStay) => status === 'held' || status === 'confirmed';
    return { stays: found.filter(isAhead), stayed: found.filter((stay) => !isAhead(stay)) };
  }
}
