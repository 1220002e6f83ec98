import type { CalendarDate } from '../domain/calendar-date';
import type { Conflict } from '../domain/conflicts';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { CompatibilityAssessment } from './compatibility-assessment.entity';
import type { SoloDecision } from './solo-decision.entity';

export interface AssessmentView {
  readonly id: string;
  /** In canonical order. */
  readonly youngPersonIds: readonly [string, string];
  readonly outcome: string;
  readonly controls: string | null;
  readonly reasons: string;
  readonly strengths: string | null;
  readonly risks: string | null;
  readonly reviewOn: string;
  readonly assessedAt: string;
  readonly authorName: string;
  /** Not superseded by a later judgement on the pair. */
  readonly inForce: boolean;
  /** In force, but a new judgement is due. */
  readonly pastReview: boolean;
}

export interface SoloDecisionView {
  readonly id: string;
  readonly youngPersonId: string;
  readonly reason: string;
  readonly startsOn: string;
  readonly reviewOn: string;
  readonly siblingIds: readonly string[];
  readonly approverName: string;
  readonly decidedAt: string;
  readonly endedOn: string | null;
  readonly endedByName: string | null;
  readonly endedReason: string | null;
  /** It holds tonight. */
  readonly inForce: boolean;
}

/** Stays already booked that the judgement contradicts, for a manager to settle. */
export interface ConflictView {
  readonly code: string;
  readonly nights: readonly string[];
  /** Told to unit staff only. */
  readonly stayIds?: readonly string[];
}

export function assessmentView(assessment: CompatibilityAssessment, today: CalendarDate): AssessmentView {
  const { id, outcome, controls, reasons, strengths, risks } = assessment;
  const { reviewOn, authorName, supersededAt } = assessment;
  const inForce = supersededAt === null;
  return {
    id,
    youngPersonIds: [assessment.firstYoungPersonId, assessment.secondYoungPersonId],
    outcome,
    controls,
    reasons,
    strengths,
    risks,
    reviewOn,
    assessedAt: assessment.assessedAt.toISOString(),
    authorName,
    inForce,
    pastReview: inForce && reviewOn < today,
  };
}

export function soloDecisionView(decision: SoloDecision, tonight: CalendarDate): SoloDecisionView {
  const { id, youngPersonId, reason, startsOn, reviewOn, siblingIds, approverName, decidedAt } = decision;
  const { endedOn, endedByName, endedReason } = decision;
  return {
    id,
    youngPersonId,
    reason,
    startsOn,
    reviewOn,
    siblingIds,
    approverName,
    decidedAt: decidedAt.toISOString(),
    endedOn,
    endedByName,
    endedReason,
    inForce: startsOn <= tonight && tonight <= reviewOn && (endedOn === null || tonight < endedOn),
  };
}

export function conflictViews(conflicts: readonly Conflict[], reader: Person): ConflictView[] {
  const mayKnow = may(reader.role, 'know who stays');
  return conflicts.map(({ code, nights, stayIds }) => ({ code, nights, ...(mayKnow ? { stayIds } : {}) }));
}
