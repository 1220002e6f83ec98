import { otherThan, type CompatibilityAssessment } from '../compatibility/compatibility-assessment.entity';
import type { CalendarDate } from '../domain/calendar-date';
import { ASSESSMENT_OUTCOMES } from '../domain/diary';
import { londonDate } from '../domain/london';
import { OUTCOME_WORDS } from '../domain/outcome-words';
import { sayDate } from '../domain/say-dates';
import type { YoungPersonRecord } from './young-person-record.service';

interface Judgement {
  readonly outcome: { readonly text: string; readonly tone: string };
  readonly controls: string | null;
  readonly reasons: string;
  /** Who judged so, and when. */
  readonly by: string;
  readonly review: string;
  readonly isPastReview: boolean;
}

export interface CompatibilityRow extends Judgement {
  readonly name: string;
  readonly href: string;
  readonly assessHref: string;
  readonly isSibling: boolean;
  /** Superseded, the latest first. */
  readonly history: readonly Judgement[];
}

/** One row for everybody the young person was judged with: what forbids first, then by name. */
export function compatibilityRows(record: YoungPersonRecord): CompatibilityRow[] {
  const { youngPerson, assessments, names } = record;
  const inForce = assessments.filter(({ supersededAt }) => supersededAt === null);
  const nameOf = (each: CompatibilityAssessment) => names.get(otherThan(youngPerson.id, each)) ?? '';
  const rank = ({ outcome }: CompatibilityAssessment) => -ASSESSMENT_OUTCOMES.indexOf(outcome);
  return inForce
    .toSorted((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b), 'en-GB'))
    .map((each) => row(each, nameOf(each), record));
}

function row(inForce: CompatibilityAssessment, name: string, record: YoungPersonRecord): CompatibilityRow {
  const { youngPerson, siblings, assessments, today } = record;
  const otherId = otherThan(youngPerson.id, inForce);
  const superseded = assessments.filter(
    (each) => each.supersededAt !== null && otherThan(youngPerson.id, each) === otherId,
  );
  return {
    ...judgement(inForce, today),
    isPastReview: inForce.reviewOn < today,
    name,
    href: `/young-people/${otherId}`,
    assessHref: `/young-people/${youngPerson.id}/assessments/new?with=${otherId}`,
    isSibling: siblings.some(({ id }) => id === otherId),
    history: superseded.map((each) => judgement(each, today)),
  };
}

function judgement(assessment: CompatibilityAssessment, today: CalendarDate): Judgement {
  const { outcome, controls, reasons, reviewOn, assessedAt, authorName } = assessment;
  return {
    outcome: OUTCOME_WORDS[outcome],
    controls,
    reasons,
    by: `${authorName}, ${sayDate(londonDate(assessedAt))}`,
    review: `${reviewOn < today ? 'Review was due by' : 'Review by'} ${sayDate(reviewOn)}`,
    isPastReview: false,
  };
}
