import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CompatibilityAssessment } from '../compatibility/compatibility-assessment.entity';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { londonInstant } from '../domain/london';
import type { Person } from '../platform/actor';
import type { AuditTrail } from '../platform/audit/audit-trail';
import type { House } from './house';
import { JUDGEMENTS, type DemoJudgement } from './judgements';

/** Usual time between a judgement and its review. */
const HELD_FOR = 84;

/** Who may stay together, as judged over the past weeks. */
export async function recordJudgements(
  tx: EntityManager,
  audit: AuditTrail,
  house: House,
  today: CalendarDate,
  by: Person,
): Promise<void> {
  const assessments = JUDGEMENTS.map((judgement) => assessmentOf(judgement, house, today, by));
  await tx.insert(CompatibilityAssessment, assessments);
  const entries = assessments.flatMap((assessment) =>
    [assessment.firstYoungPersonId, assessment.secondYoungPersonId].map((youngPersonId) => ({
      action: 'compatibility.assessed',
      youngPersonId,
      subjectId: assessment.id,
      after: assessment,
      reason: assessment.reasons,
    })),
  );
  await audit.record(tx, by, ...entries);
}

function assessmentOf(
  { pair, reviewIn, ...judged }: DemoJudgement,
  house: House,
  today: CalendarDate,
  by: Person,
) {
  const [firstYoungPersonId = '', secondYoungPersonId = ''] = pair.map((name) => house.idOf(name)).sort();
  const reviewOn = addDays(today, reviewIn);
  return {
    id: randomUUID(),
    firstYoungPersonId,
    secondYoungPersonId,
    outcome: judged.outcome,
    controls: judged.controls ?? null,
    reasons: judged.reasons,
    reviewOn,
    assessedAt: londonInstant(addDays(reviewOn, -HELD_FOR), '14:00'),
    authorId: by.id,
    authorName: by.name,
    supersededAt: null,
  };
}
