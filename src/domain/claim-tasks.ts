import type { CalendarDate } from './calendar-date';
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

export interface ClaimFacts {
  readonly night: CalendarDate;
  readonly endsAt: Date;
  readonly policeProtectionEndsAt: Date | null;
  readonly notKnown: readonly Fact[];
  readonly findings: readonly Pick<Finding, 'code' | 'level'>[];
  readonly displaced: number;
}

const NEEDS_A_PLAN: readonly Finding['code'][] = [
  'no-plan',
  'plan-not-agreed',
  'outside-plan',
  'cas-plan-not-open',
];

/** Each with an owner and a time it is due (domain.md §4). */
export function claimTasks(facts: ClaimFacts): ClaimTask[] {
  const { night, endsAt, policeProtectionEndsAt, notKnown, findings, displaced } = facts;
  const found = (codes: readonly string[]) => findings.some(({ code }) => codes.includes(code));
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
    ...(found(['not-assessed'])
      ? [
          {
            kind: 'full-assessment' as const,
            words: 'Assess in full who may be together: what was written in the night is provisional.',
            owner: 'manager' as const,
            dueAt: endsAt,
          },
        ]
      : []),
    ...(found(NEEDS_A_PLAN)
      ? [
          {
            kind: 'placement-plan' as const,
            words: 'Write the plan for this placement with the social worker.',
            owner: 'manager' as const,
            dueAt: londonInstant(workingDaysAfter(night, PLAN_WORKING_DAYS), '17:00'),
          },
        ]
      : []),
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

function workingDaysAfter(night: CalendarDate, count: number): CalendarDate {
  let day = night;
  for (let passed = 0; passed < count; passed += 1) day = nextWorkingDay(day);
  return day;
}
