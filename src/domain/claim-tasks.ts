import type { CalendarDate } from './calendar-date';
import { fullAssessmentDueAt } from './emergency-deadlines';
import { FACT_WORDS, type Fact } from './emergency';
import type { Finding } from './findings';
import { londonInstant } from './london';
import type { TaskKind, TaskOwner } from './task';
import { nextWorkingDay } from './working-days';

/** A placement plan is made before the child is placed, or within five working days (SI 2010/959, regulation 9(3)). */
const PLAN_WORKING_DAYS = 5;

/** What an emergency leaves for the day to do. */
export interface ClaimTask {
  readonly kind: TaskKind;
  /** A sentence that names nobody. */
  readonly words: string;
  readonly owner: TaskOwner;
  readonly dueAt: Date;
}

type Findings = readonly Pick<Finding, 'code' | 'level'>[];

export interface ClaimFacts {
  readonly night: CalendarDate;
  readonly endsAt: Date;
  readonly policeProtectionEndsAt: Date | null;
  readonly notKnown: readonly Fact[];
  readonly findings: Findings;
  readonly displaced: number;
}

const NOT_PLANNED: readonly Finding['code'][] = ['no-plan', 'plan-not-agreed', 'outside-plan'];
const NEEDS_A_PLAN: readonly Finding['code'][] = [...NOT_PLANNED, 'cas-plan-not-open'];

/** A plan says what it rests on and who consented. */
const NEEDS_CONSENT: readonly Finding['code'][] = [...NOT_PLANNED, 'consent'];

/** Each with an owner and a time it is due (domain.md §4). */
export function claimTasks(facts: ClaimFacts): ClaimTask[] {
  const { night, endsAt, policeProtectionEndsAt, notKnown, findings, displaced } = facts;
  return [
    {
      kind: 'emergency-end',
      words:
        'The emergency ends: have the young person back home, placed elsewhere, or the stay agreed anew.',
      owner: 'manager',
      dueAt: endsAt,
    },
    {
      kind: 'notice',
      words: 'Tell the social worker, and whoever has parental responsibility, where the young person is.',
      owner: 'staff',
      dueAt: endsAt,
    },
    ...(notKnown.length > 0
      ? [
          {
            kind: 'missing-facts' as const,
            words: `Find out what is not known yet: ${notKnown.map((fact) => FACT_WORDS[fact]).join(', ')}.`,
            owner: 'staff' as const,
            dueAt: endsAt,
          },
        ]
      : []),
    ...assessInFull(findings, endsAt),
    ...writeThePlan(findings, night),
    ...(policeProtectionEndsAt
      ? [
          {
            kind: 'police-protection' as const,
            words:
              'Police protection ends: another legal basis must be in place, or the young person back home.',
            owner: 'manager' as const,
            dueAt: policeProtectionEndsAt,
          },
        ]
      : []),
    ...(displaced > 0
      ? [
          {
            kind: 'notice' as const,
            words: 'See that the family whose break was lost has been told, and has new dates.',
            owner: 'manager' as const,
            dueAt: endsAt,
          },
        ]
      : []),
  ];
}

/** What an emergency leaves to do that was booked without a claim: then nobody has said what it rests on. */
export function bookedTasks(night: CalendarDate, findings: Findings): ClaimTask[] {
  const dueAt = fullAssessmentDueAt(night);
  return [
    ...recordConsent(findings, dueAt),
    ...assessInFull(findings, dueAt),
    ...writeThePlan(findings, night),
  ];
}

function recordConsent(findings: Findings, dueAt: Date): ClaimTask[] {
  if (!isAmong(findings, NEEDS_CONSENT)) return [];
  const words = 'Record the legal basis of this emergency, and who consented, how and when.';
  return [{ kind: 'missing-facts', words, owner: 'staff', dueAt }];
}

function assessInFull(findings: Findings, dueAt: Date): ClaimTask[] {
  if (!isAmong(findings, ['not-assessed'])) return [];
  const words = 'Assess in full who may be together: what was written in the night is provisional.';
  return [{ kind: 'full-assessment', words, owner: 'manager', dueAt }];
}

function writeThePlan(findings: Findings, night: CalendarDate): ClaimTask[] {
  if (!isAmong(findings, NEEDS_A_PLAN)) return [];
  const dueAt = londonInstant(workingDaysAfter(night, PLAN_WORKING_DAYS), '17:00');
  const words = 'Write the plan for this placement with the social worker.';
  return [{ kind: 'placement-plan', words, owner: 'manager', dueAt }];
}

function isAmong(findings: Findings, codes: readonly string[]): boolean {
  return findings.some(({ code }) => codes.includes(code));
}

function workingDaysAfter(night: CalendarDate, count: number): CalendarDate {
  let day = night;
  for (let passed = 0; passed < count; passed += 1) day = nextWorkingDay(day);
  return day;
}
