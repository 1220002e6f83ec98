import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { morningAfter } from '../domain/emergency-deadlines';
import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { Tasks } from '../tasks/tasks.service';
import { inForceOn } from '../units/unit-settings.entity';
import { Units } from '../units/units.service';
import { ClaimRecords } from './claim-records.service';
import type { EmergencyClaim } from './emergency-claim.entity';
import { Handover } from './handover.entity';

interface Reading {
  readonly unitId?: string | undefined;
  /** The claims that were read, where whoever acknowledges says so. */
  readonly claimIds?: readonly string[] | undefined;
}

const NOT_ACKNOWLEDGED = { acknowledgedAt: null, acknowledgedById: null, acknowledgedByName: null };

/** Opened by the first claim of a night, and closed by a manager who has read what it left behind. */
@Injectable()
export class Handovers {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly units: Units,
    private readonly claims: ClaimRecords,
    private readonly tasks: Tasks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** In the claim's transaction. One made after the acknowledgement has not been read: it opens the handover again. */
  async open(tx: EntityManager, { id, unitId, night }: EmergencyClaim, by: Person): Promise<void> {
    const before = await tx.findOneBy(Handover, { unitId, night });
    const isRead = before !== null && before.acknowledgedAt !== null;
    const handover = await tx.save(Handover, { ...before, unitId, night, ...NOT_ACKNOWLEDGED });
    if (isRead)
      await this.audit.record(tx, by, {
        ...{ action: 'handover.reopened', unitId, subjectId: handover.id },
        ...{ before, after: handover, reason: 'Another emergency came in the same night.' },
      });
    const { settings } = await this.units.one(unitId);
    const { handoverBy } = inForceOn(settings, addDays(night, 1));
    await this.tasks.raise(tx, by, {
      key: isRead ? keyOf(handover, id) : keyOf(handover),
      ...{ unitId, kind: 'acknowledge-handover' as const, ownerRole: 'manager' as const },
      words: 'Read the handover of the night, and acknowledge it.',
      dueAt: morningAfter(night, handoverBy),
      link: `/handovers/${night}?unitId=${unitId}`,
    });
  }

  /**
   * Of one unit, or of every unit with an emergency that night and nobody's acknowledgement.
   * @throws Refused when there is nothing to acknowledge, or nothing any more, or another claim than those read.
   */
  async acknowledge(night: CalendarDate, { unitId, claimIds }: Reading, by: Person): Promise<void> {
    await this.database.transaction(async (tx) => {
      const all = await tx.find(Handover, {
        where: { night, ...(unitId ? { unitId } : {}) },
        order: { unitId: 'ASC' },
      });
      if (all.length === 0) throw new Refused('Nobody came in an emergency that night.');
      const open = all.filter(({ acknowledgedAt }) => !acknowledgedAt);
      for (const each of open.length > 0 ? open : all.slice(0, 1))
        await this.gate.change(each.unitId, (inGate) => this.close(inGate, each, claimIds, by));
    });
  }

  private async close(
    tx: EntityManager,
    { unitId, night }: Handover,
    claimIds: readonly string[] | undefined,
    by: Person,
  ): Promise<void> {
    const before = await tx.findOneByOrFail(Handover, { unitId, night });
    if (before.acknowledgedAt)
      throw new Refused(
        `${before.acknowledgedByName} acknowledged it on ${sayMoment(before.acknowledgedAt)}.`,
      );
    const claims = await this.claims.ofNight(unitId, night);
    if (claimIds && claims.some(({ id }) => !claimIds.includes(id)))
      throw new Refused('Somebody else has come since you opened this. Read it again, then acknowledge it.');
    const after = {
      ...before,
      ...{ acknowledgedAt: this.clock.now(), acknowledgedById: by.id, acknowledgedByName: by.name },
    };
    await tx.save(Handover, after);
    const about = { unitId, subjectId: before.id };
    await this.audit.record(tx, by, { action: 'handover.acknowledged', ...about, before, after });
    const keys = [keyOf(before), ...claims.map(({ id }) => keyOf(before, id))];
    await this.tasks.settle(
      tx,
      by,
      { keys },
      { why: 'done', words: 'The handover was read and acknowledged.' },
    );
  }
}

/** Once for a unit and a night, and once more for each claim that came after the acknowledgement. */
function keyOf({ unitId, night }: Handover, claimId?: string): string {
  return `handover:${unitId}:${night}${claimId ? `:${claimId}` : ''}`;
}
