import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { ASSESSMENT_OUTCOMES } from '../domain/diary';
import { londonDate } from '../domain/london';
import { OUTCOME_WORDS } from '../domain/outcome-words';
import { sayDate } from '../domain/say-dates';
import type { Candidate } from './assess-people.service';
import type { CompatibilityAssessment } from './compatibility-assessment.entity';

export interface Before {
  readonly said: string;
  readonly lines: readonly string[];
}

export const OUTCOMES = ASSESSMENT_OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value].text }));

export function sayBefore(judgement: CompatibilityAssessment): Before {
  const { outcome, authorName, assessedAt, reviewOn, controls, reasons, strengths, risks } = judgement;
  const when = `by ${authorName} on ${sayDate(londonDate(assessedAt))}, to review by ${sayDate(reviewOn)}`;
  const lines = [
    ['Controls then', controls],
    ['Strengths then', strengths],
    ['Risks then', risks],
    ['Reasons then', strengths || risks ? null : reasons],
  ];
  return {
    said: `Judged before: ${OUTCOME_WORDS[outcome].text}, ${when}. What you record now takes its place.`,
    lines: lines.flatMap(([what, words]) => (words ? [`${what ?? ''}: ${words}`] : [])),
  };
}

export function sayAge({ dateOfBirth, caseReference }: Candidate, today: CalendarDate): string {
  return `Aged ${ageOn(dateOfBirth, today)}, ${caseReference}`;
}
