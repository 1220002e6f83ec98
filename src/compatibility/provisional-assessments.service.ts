import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { CalendarDate } from '../domain/calendar-date';
import { YoungPerson } from '../people/young-person.entity';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { CompatibilityAssessment } from './compatibility-assessment.entity';

export interface Provisional {
  readonly controls: string;
  readonly reasons: string;
  /** The last day it holds: a full assessment is due by then. */
  readonly reviewOn: CalendarDate;
}

/**
 * What keeps a child taken in an emergency and those already there safe until they are assessed in full: together only
 * with controls, for a day or two (domain.md §2, `NOT_ASSESSED`). It only loosens, so other units need not be locked.
 */
@Injectable()
export class ProvisionalAssessments {
  constructor(private readonly audit: AuditTrail) {}

  /** One for each pair, in the change that puts them together. */
  async write(
    tx: EntityManager,
    youngPersonId: string,
    peerIds: readonly string[],
    { controls, reasons, reviewOn }: Provisional,
    by: Actor,
  ): Promise<CompatibilityAssessment[]> {
    await lock(tx, [youngPersonId, ...peerIds]);
    const written: CompatibilityAssessment[] = [];
    for (const peerId of [...peerIds].sort()) {
      const [firstYoungPersonId = '', secondYoungPersonId = ''] = [youngPersonId, peerId].sort();
      const pair = { firstYoungPersonId, secondYoungPersonId };
      await tx.update(
        CompatibilityAssessment,
        { ...pair, supersededAt: IsNull() },
        { supersededAt: () => 'clock_timestamp()' },
      );
      const assessment = await tx.save(
        CompatibilityAssessment,
        tx.create(CompatibilityAssessment, {
          ...pair,
          outcome: 'with-controls',
          ...{ controls, reasons, reviewOn },
          ...{ strengths: null, risks: null, provisional: true },
          ...{ authorId: by.id, authorName: by.name, supersededAt: null },
        }),
      );
      await this.audit.record(
        tx,
        by,
        ...[youngPersonId, peerId].map((id) => ({
          action: 'compatibility.assessed-provisionally',
          youngPersonId: id,
          subjectId: assessment.id,
          after: assessment,
          reason: reasons,
        })),
      );
      written.push(assessment);
    }
    return written;
  }
}

/** In the order every judgement locks its pair. */
async function lock(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.find(YoungPerson, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
}
